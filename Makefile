# Everyday work. `make help` lists the targets; CMakePresets.json has the kinds of build.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := fast
JOBS := $(shell . tools/steps.sh && build_jobs)
SOURCES := $(shell find src tests bench -name '*.cpp' -o -name '*.hpp' 2>/dev/null | sort)

.PHONY: fast check format format-check tidy asan tsan bench mutations oracles demo web api rules help

fast: ## build for development and run the fast tests (the default)
	cmake --preset dev >/dev/null
	cmake --build build/dev --parallel $(JOBS)
	ctest --test-dir build/dev --output-on-failure --label-exclude slow --parallel $(JOBS)

check: ## everything that CI does, in order, with one summary line at the end
	@python3 tools/check.py

rules: ## the house rules alone: floors, sizes, words, translations, unused content
	@python3 tools/house_rules.py

format: ## give every C++ file the shape in .clang-format
	clang-format-14 -i $(SOURCES)

format-check: ## say which C++ files have another shape
	@clang-format-14 --dry-run --Werror $(SOURCES)

tidy: ## clang-tidy over everything (about a quarter of an hour on two cores; not part of check)
	tools/install.sh tidy
	cmake --preset dev >/dev/null
	cmake --build build/dev --parallel $(JOBS)
	run-clang-tidy-14 -quiet -p build/dev -j $(JOBS) '/src/' | tee build/tidy.log

asan tsan: ## all C++ tests under AddressSanitizer and UBSan, or under ThreadSanitizer
	cmake --preset $@ >/dev/null
	cmake --build build/$@ --parallel $(JOBS)
	ctest --test-dir build/$@ --output-on-failure

bench: ## measure the promises of ARCHITECTURE.md; each figure beside its limit from the same run
	tools/install.sh test bench
	source tools/steps.sh && use_own_node && install_npm_packages bench/bpmn
	cmake --preset bench >/dev/null
	cmake --build build/bench --target benchmarks --parallel $(JOBS)
	source tools/steps.sh && use_own_node && for program in build/bench/bench/bench_*; do if [ -x $$program ]; then $$program; fi; done

mutations: ## take one rule out at a time and ask whether the random stories see it
	tools/mutations.sh

oracles: ## write anew what a published package says, which tests compare with (tests/oracles)
	mkdir -p build/oracles && echo '{}' >build/oracles/package.json
	source tools/steps.sh && use_own_node && npm install --prefix build/oracles --no-audit --no-fund --loglevel=error date-holidays@3.37.0
	source tools/steps.sh && use_own_node && node tests/oracles/norwegian_holidays.mjs $(CURDIR)/build/oracles

web: ## install, check and build the web app into web/dist
	source tools/steps.sh && build_web

api: ## write the server's description of its API, and the web app's types from it
	cmake --preset dev >/dev/null
	cmake --build build/dev --target samvei --parallel $(JOBS)
	build/dev/samvei openapi >web/openapi.json
	source tools/steps.sh && use_own_node && install_npm_packages web && npm --prefix web run types

demo: ## throw the demo data away, make it again, and serve it
	rm -rf data/demo data/demo.keys
	./run --data data/demo

help: ## this list
	@sed -n 's/^\([a-z][a-z -]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do printf '%-13s %s\n' "$$name" "$$text"; done
