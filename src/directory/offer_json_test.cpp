// Goal: an offer that is written as JSON and read again is the same offer, for every offer that there is.
#include "directory/directory_fixture.hpp"
#include "directory/shapes.hpp"
#include "http/shape.hpp"

#include <boost/json/serialize.hpp>

namespace samvei::directory {
namespace {

using testing::services;

TEST(OfferJson, IsReadAsItWasWritten)
{
    int offers_read = 0;
    for (const auto& [collection, offers] : services().collections) {
        for (const finder::Offer& offer : offers) {
            const boost::json::object written = json_of(offer);
            for (const FieldFault& fault : http::faults_of(shapes::offer, written)) {
                ADD_FAILURE() << offer.id << ": " << fault.path << " " << row_of(fault.code).name;
            }
            const Result<finder::Offer> decoded = offer_from(written, services().known);
            ASSERT_TRUE(decoded) << offer.id;
            EXPECT_EQ(decoded.value(), offer) << offer.id;
            const Result<finder::Offer> stored = read_stored_offer(boost::json::serialize(written));
            ASSERT_TRUE(stored) << offer.id;
            EXPECT_EQ(stored.value(), offer) << offer.id;
            ++offers_read;
        }
    }
    EXPECT_GT(offers_read, 60);
}

} // namespace
} // namespace samvei::directory
