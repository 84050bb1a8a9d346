#pragma once
// What @on, @retry, @schedule, @queue, @http and spans of time must look like. Internal to the room.
#include "model/arguments.hpp"
#include "model/draft.hpp"

namespace bedplate::model {

/// The directives of jobs on a job; elsewhere they are refused.
void check_job(Draft& draft, const sdl::FieldDefinition& field, bool is_job);
/// `30s`, `5m`, `1h`, `250ms`, `1d`: refuses other texts.
void check_span(Draft& draft, const Arguments& arguments, std::string_view argument);

}  // namespace bedplate::model
