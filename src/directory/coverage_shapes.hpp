#pragma once
// Shapes of what leaders see and keep: coverage, treatment responsibility, searches without an answer.

#include "http/shape.hpp"

namespace samvei::directory::shapes {

extern const http::Shape coverage_question;
extern const http::Shape coverage;
extern const http::Shape responsibility_input;
extern const http::Shape responsibility_edit;
extern const http::Shape responsibility_version;
extern const http::Shape responsibilities;
extern const http::Shape unanswered_searches;

} // namespace samvei::directory::shapes
