#include "http/request.hpp"

namespace bedplate::http {

std::string_view Request::header(std::string_view name) const {
  for (const auto& field : headers())
    if (equals_ignoring_case(field.name, name)) return field.value;
  return {};
}

}  // namespace bedplate::http
