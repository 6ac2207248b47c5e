#include "directory/routes.hpp"

#include "directory/api_shapes.hpp"
#include "directory/handlers.hpp"
#include "directory/shapes.hpp"

#include <array>

namespace samvei::directory {

namespace {

using access::Entry;
using access::Route;
using http::Method;
using namespace handlers;

const std::array table{
    Route{Method::get, "/v1/offers", get_offers, Entry::staff, "Offers that are kept here", nullptr,
          &shapes::offer_rows},
    Route{Method::get, "/v1/offers/{offer}", get_offer, Entry::staff, "An offer with its newest text",
          nullptr, &shapes::offer_record},
    Route{Method::get, "/v1/offers/{offer}/versions/{number}", get_version, Entry::staff,
          "The text of a version", nullptr, &shapes::offer_version_text},
    Route{Method::get, "/v1/offer-words", get_words, Entry::staff, "What an offer may say", nullptr,
          &shapes::offer_words},

    Route{Method::post, "/v1/offers", post_offer, Entry::staff,
          "A new offer of one's own unit, as a draft; the id is made from its name", &shapes::offer,
          &shapes::offer_record, 201},
    Route{Method::put, "/v1/offers/{offer}", put_offer, Entry::staff, "Save the text as a draft",
          &shapes::offer_edit, &shapes::offer_record},
    Route{Method::post, "/v1/offers/{offer}/publish", post_publish, Entry::staff,
          "Let the public see the newest text", &shapes::publish_offer_input, &shapes::offer_record},
    Route{Method::post, "/v1/offers/{offer}/retire", post_retire, Entry::staff,
          "Take the offer away from the public", &shapes::retire_offer_input, &shapes::offer_record},
    Route{Method::post, "/v1/offers/{offer}/restore", post_restore, Entry::staff,
          "A version of before becomes a draft", &shapes::restore_offer_input, &shapes::offer_record},
    Route{Method::post, "/v1/offers/{offer}/waiting", post_waiting, Entry::staff, "Waiting time as it is now",
          &shapes::waiting_input, &shapes::offer_record},
    Route{Method::post, "/v1/offers/{offer}/confirm", post_confirm, Entry::staff, "All of this is so, today",
          &shapes::confirm_offer_input, &shapes::offer_record},
};

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace samvei::directory
