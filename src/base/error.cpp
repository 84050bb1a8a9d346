#include "base/error.hpp"

namespace bedplate {

std::string_view reason_word(Reason reason) {
  switch (reason) {
#define X(name, word) \
  case Reason::name:  \
    return word;
    BP_REASONS(X)
#undef X
  }
  return "INTERNAL";
}

Error::Error(Reason reason, std::string message) : detail_(std::make_unique<Detail>()) {
  detail_->reason = reason;
  detail_->message = std::move(message);
}

Error::Error(const Error& other) : detail_(std::make_unique<Detail>(*other.detail_)) {}

Error& Error::operator=(const Error& other) {
  if (this != &other) detail_ = std::make_unique<Detail>(*other.detail_);
  return *this;
}

Error::~Error() = default;

Error&& Error::with_detail(std::string text) && {
  detail_->detail = std::move(text);
  return std::move(*this);
}

Error&& Error::with_hint(std::string text) && {
  detail_->hint = std::move(text);
  return std::move(*this);
}

Error&& Error::at(Position position) && {
  detail_->position = position;
  return std::move(*this);
}

Error&& Error::with_field(FieldError field) && {
  detail_->fields.push_back(std::move(field));
  return std::move(*this);
}

Error&& Error::of_operation(std::uint32_t number) && {
  detail_->operation = number;
  return std::move(*this);
}

Error&& Error::caused_by(std::string text) && {
  detail_->cause = std::move(text);
  return std::move(*this);
}

}  // namespace bedplate
