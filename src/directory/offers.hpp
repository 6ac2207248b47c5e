#pragma once
// What people do with offers: those who own them keep them true. Load, decide, save.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "directory/types.hpp"

#include <memory>

namespace samvei::directory {

using access::App;
using access::Caller;

/// Whether this caller keeps the offer: its own unit's people; leaders and the BTI coordinator of its
/// municipality; a BTI coordinator for what is the whole country's.
bool may_keep(const Caller& caller, const OfferRecord& record);

/// Those of the caller's municipality and the whole country's, in the order of their names in bokmål.
std::vector<OfferRecord> offers_kept_here(App& app, const Caller& caller);

struct OfferPage {
    OfferRecord record;
    std::vector<OfferVersion> versions; ///< Newest first.
};

/// One of those; another municipality's is not_found.
Result<OfferPage> offer_page(App& app, const Caller& caller, const std::string& offer);
/// The text of a version of it.
Result<finder::Offer> offer_version(App& app, const Caller& caller, const std::string& offer, int version);

/// A new offer of the caller's unit, as a draft. Its id is made from its name when it is "new".
Result<OfferRecord> create_offer(App& app, const Caller& caller, finder::Offer offer);
/// Saves the text as a draft; the public goes on seeing what is published.
Result<OfferRecord> save_offer(App& app, const Caller& caller, std::int64_t edit, finder::Offer offer);
/// The public sees the newest text from now. Refuses with invalid_fields when something lacks.
Result<OfferRecord> publish_offer(App& app, const Caller& caller, const std::string& offer, std::int64_t edit,
                                  const std::string& note);
/// Takes the offer away from the public; everything that was written stays.
Result<OfferRecord> retire_offer(App& app, const Caller& caller, const std::string& offer, std::int64_t edit,
                                 const std::string& reason);
/// A version of before becomes a new draft.
Result<OfferRecord> restore_version(App& app, const Caller& caller, const std::string& offer,
                                    std::int64_t edit, int version);
/// Waiting time and capacity as they are now; none: nothing is said of them. Needs no edit number: the newest
/// word counts.
Result<OfferRecord> set_waiting(App& app, const Caller& caller, const std::string& offer,
                                const std::optional<finder::Waiting>& waiting);
/// "All of this is so": checked today by the caller.
Result<OfferRecord> confirm_offer(App& app, const Caller& caller, const std::string& offer);

/// The index of what is published now; made anew when something has changed since.
std::shared_ptr<const finder::SearchIndex> current_index(App& app);

/// Offers that come with the program, as they are in content: new ones are published; those that nobody here
/// has changed follow the program; those that somebody has stay as they are. `municipality`: whose they are,
/// or "".
void keep_content_offers(App& app, const std::vector<finder::Offer>& offers, const std::string& municipality);

} // namespace samvei::directory
