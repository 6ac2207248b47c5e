#include "catalogue/routes.hpp"

#include "catalogue/handlers.hpp"
#include "catalogue/shapes.hpp"

#include <array>

namespace samvei::catalogue {

namespace {

using access::Entry;
using access::Route;
using http::Method;
using namespace handlers;

const std::array table{
    Route{Method::get, "/v1/pathways", get_pathways, Entry::staff, "Pathways, as they stand here", nullptr,
          &shapes::pathways},
    Route{Method::get, "/v1/pathways/{pathway}/versions", get_versions, Entry::staff,
          "Versions of a pathway, national and own", nullptr, &shapes::versions},
    Route{Method::get, "/v1/pathways/{pathway}/versions/{version}", get_version, Entry::staff,
          "A version of a pathway as text", nullptr, &shapes::pathway_texts},
    Route{Method::post, "/v1/pathways/{pathway}/retire", post_retire, Entry::overseers,
          "Let children begin on the national pathway again", &shapes::retire_input, &shapes::pathway_row},
    Route{Method::get, "/v1/pathway-vocabulary", get_vocabulary, Entry::staff,
          "Words that a definition may use", nullptr, &shapes::vocabulary},

    Route{Method::post, "/v1/pathway-drafts", post_draft, Entry::overseers,
          "Begin to adapt a pathway; 200 with the draft that is there already", &shapes::draft_input,
          &shapes::draft, 201},
    Route{Method::get, "/v1/pathway-drafts/{pathway}", get_draft, Entry::overseers, "The draft of a pathway",
          nullptr, &shapes::draft},
    Route{Method::put, "/v1/pathway-drafts/{pathway}", put_draft, Entry::overseers,
          "Save the draft, sound or not", &shapes::draft_edit, &shapes::draft},
    Route{Method::post, "/v1/pathway-drafts/{pathway}/discard", post_discard, Entry::overseers,
          "Throw the draft away", &shapes::draft_version, nullptr, 204},
    Route{Method::post, "/v1/pathway-drafts/{pathway}/publish", post_publish, Entry::overseers,
          "Let children begin on the draft from now", &shapes::publish_input, &shapes::pathway_row},
    Route{Method::get, "/v1/pathway-drafts/{pathway}/update", get_update, Entry::overseers,
          "What a newer national version changed", nullptr, &shapes::update},
    Route{Method::post, "/v1/pathway-drafts/{pathway}/update", post_update, Entry::overseers,
          "Take a newer national version into the draft", &shapes::update_input, &shapes::draft},

    Route{Method::post, "/v1/pathway-checks", post_check, Entry::overseers,
          "What is wrong with a pathway; stores nothing", &shapes::check_input, &shapes::checked},
    Route{Method::post, "/v1/pathway-trials", post_trial, Entry::overseers,
          "A pathway on a made-up case; stores nothing", &shapes::trial_input, &shapes::trial},
};

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace samvei::catalogue
