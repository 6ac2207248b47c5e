#pragma once
// What differs between two versions of a pathway definition, and how an update is taken into an adapted copy:
// a municipality's own changes stay, the update's come in, and where both changed a person chooses.
//
// It works on the JSON and knows no field by name, so a new field needs nothing here. Lists whose items each
// have an "id" of their own (stages, steps, flags) or an "answer" of their own are matched by it; any other
// list, object or sentence is one value. The order of an object's members says nothing, and an empty list as
// little as none. "version", "based_on" and "$schema" of the definition itself are not compared.

#include "pathway/definition.hpp"
#include "pathway/json_text.hpp"

#include <functional>

namespace samvei::pathway {

/// Where in a definition something differs.
struct Spot {
    std::string path;  ///< "stages/level_2/steps/joint_meeting/due"
    StageId stage;     ///< "level_2"; empty outside stages.
    StepId step;       ///< "joint_meeting", the innermost one; empty outside steps.
    std::string field; ///< "due"; of a whole step or answer the list it stands in: "steps".
};

enum class DifferenceKind {
    added,
    removed,
    changed,
    moved, ///< What both versions have of a list stands in another order; the path is the list's.
};

/// One thing that differs. A step or stage that came or went is one difference, with all that is in it.
struct Difference {
    DifferenceKind kind = DifferenceKind::changed;
    Spot at;
    std::string before; ///< JSON text; of `moved` the ids in their order; empty when there was none.
    std::string after;  ///< Likewise.
};

/// In the order of `after`, what was removed at its former place. What must hold of both: `read_definition`
/// takes them.
std::vector<Difference> differences_between(const JsonNode& before, const JsonNode& after);

enum class ChangedBy { us, them, both_alike, both_differently };

/// One path where our version, theirs or both differ from the base they come from. No path lies within
/// another's, except what stands in a list that was also moved.
struct PathChange {
    ChangedBy by = ChangedBy::us; ///< `both_differently` is a conflict: a person must choose.
    Spot at;
    std::optional<DifferenceKind> by_us; ///< None: we left it as it was.
    std::optional<DifferenceKind> by_them;
    std::string base; ///< As Difference::before.
    std::string ours;
    std::string theirs;
};
using ThreeWay = std::vector<PathChange>;

/// `ours` and `theirs` both come from `base`: a copy that was adapted, and an update of what was copied.
/// What one removed and the other changed is a conflict, and so is what both added under one id unless it is
/// the same.
ThreeWay three_way(const JsonNode& base, const JsonNode& ours, const JsonNode& theirs);

enum class Taken { ours, theirs };
using Choices = std::map<std::string, Taken, std::less<>>; ///< By path.

struct MergeRefusal {
    enum class Reason {
        choice_missing,    ///< Both changed this path differently and nobody chose.
        nothing_to_choose, ///< A choice for a path where nothing differs: it was made for other versions.
    };
    Reason reason = Reason::choice_missing;
    std::string path;
};

/// `ours` with the update taken in, as `text_of` writes it: theirs where only they changed, ours where only
/// we did, else as chosen. A choice goes before both: it may keep ours where only they changed, or give ours
/// up. In our order, and in theirs where only they moved things; what is new from them follows what it
/// follows there. `version`, `based_on` and `$schema` are ours: who stores the text sets them. Says no with
/// every path that needs a choice or has one too many. Whether the outcome can be lived with is for
/// `read_definition` and `check_definition`: an answer may now lead to a step that is gone.
std::variant<std::string, std::vector<MergeRefusal>> merged(const JsonNode& base, const JsonNode& ours,
                                                            const JsonNode& theirs, const Choices& choices);

} // namespace samvei::pathway
