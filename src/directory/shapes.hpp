#pragma once
// Shapes of this room's JSON.

#include "http/shape.hpp"

namespace samvei::directory::shapes {

extern const http::Shape offer;
extern const http::Shape waiting;
extern const http::Shape checked;

} // namespace samvei::directory::shapes
