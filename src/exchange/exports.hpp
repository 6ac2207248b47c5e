#pragma once
// The directory as a package of HSDS 3. What was imported and not changed here goes out as it came in.

#include "exchange/imports.hpp"

namespace samvei::exchange {

struct ExportWish {
    Form form = Form::tables;
    std::optional<std::string> municipality; ///< Only offers that are for it; four digits.
    Readers readers = Readers::anyone;       ///< staff: also what is for staff only.
};

/// Offers that the caller's municipality keeps, drafts too, and what is published for the whole country; with
/// the rows that it has imported. JSON text. Refuses with body_too_large when nested rows would grow without
/// measure.
Result<std::string> export_directory(App& app, const Caller& caller, const ExportWish& wish);

/// Rows as JSON text in a form; of `nested`, the services with all that belongs to them.
Result<std::string> package_text(const Tables& tables, Form form);

/// `rows` of an imported service, with what has been changed here since.
void overlay_changes(Tables& rows, const std::string& service, const finder::Offer& made,
                     const finder::Offer& now, const MapSetting& setting, Readers readers);

} // namespace samvei::exchange
