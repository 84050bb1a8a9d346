#pragma once
// What a client or the environment can cause travels as a value: `Result<T>`. An Error is one pointer, made only
// when something failed. Immutable but for its builder functions; owned by whoever holds it; not shared.
// `cause` is private: it is logged, never sent.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/reason.hpp"

namespace bedplate {

/// A place in a text: line and column from 1 (columns count code points), offset in bytes from 0. line 0: none.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t offset = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// One wrong field of an input: `path` as the client wrote it (`items.0.price`).
struct FieldError {
  std::string path;
  Reason reason = Reason::kInvalidValue;
  std::string message;
};

class [[nodiscard]] Error {
 public:
  struct Detail {
    Reason reason = Reason::kInternal;
    std::string message;  ///< one sentence, for the client
    std::string detail;   ///< what was found, for the client
    std::string hint;     ///< how to mend it, for the client
    Position position;
    std::vector<FieldError> fields;
    std::optional<std::uint32_t> operation;  ///< of several: which one failed, from 0
    std::string cause;                       ///< private: for the log alone
  };

  Error(Reason reason, std::string message);
  Error(Error&&) noexcept = default;
  Error& operator=(Error&&) noexcept = default;
  Error(const Error& other);
  Error& operator=(const Error& other);
  ~Error();

  Error&& with_detail(std::string text) &&;
  Error&& with_hint(std::string text) &&;
  Error&& at(Position position) &&;
  Error&& with_field(FieldError field) &&;
  Error&& of_operation(std::uint32_t number) &&;
  Error&& caused_by(std::string text) &&;

  Reason reason() const { return detail_->reason; }
  const std::string& message() const { return detail_->message; }
  const std::string& detail() const { return detail_->detail; }
  const std::string& hint() const { return detail_->hint; }
  Position position() const { return detail_->position; }
  const std::vector<FieldError>& fields() const { return detail_->fields; }
  std::optional<std::uint32_t> operation() const { return detail_->operation; }
  const std::string& cause() const { return detail_->cause; }

 private:
  std::unique_ptr<Detail> detail_;
};

}  // namespace bedplate
