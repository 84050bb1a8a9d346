#include "json/reader.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <functional>
#include <optional>

#include "base/arena.hpp"
#include "json/duplicates.hpp"
#include "json/position.hpp"

namespace bedplate::json {
namespace {

namespace bj = boost::json;

std::string describe_found(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "the end of the text";
  const auto c = static_cast<unsigned char>(text[offset]);
  if (c > 0x20 && c < 0x7f) return std::string("'") + static_cast<char>(c) + "'";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  return std::string("byte 0x") + kHex[c >> 4] + kHex[c & 15];
}

struct Complaint {
  const char* message;
  const char* hint;
};

Complaint complaint_of(const bj::error_code& code) {
  if (code == bj::error::incomplete) return {"The JSON text ends too early.", "Close every string, object and array."};
  if (code == bj::error::illegal_leading_surrogate || code == bj::error::illegal_trailing_surrogate ||
      code == bj::error::expected_utf16_escape)
    return {"A \\u escape is half of a surrogate pair.", "Write both halves, as in \\ud83d\\ude00."};
  if (code == bj::error::expected_hex_digit)
    return {"A \\u escape needs four hexadecimal digits.", "Write it as in \\u00e9."};
  if (code == bj::error::exponent_overflow)
    return {"A number's exponent is too large.", "Use fewer digits in the exponent."};
  return {"The JSON text is not valid.",
          "Keys and strings take double quotes, the last member no comma, and text must be UTF-8."};
}

/// What Boost's parser calls. Its own error codes can't carry ours, so ours waits in `error` while it stops.
class Adapter {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  Adapter(std::string_view text, Handler& handler, const Limits& limits)
      : text_(text), handler_(handler), limits_(limits) {}

  bool on_document_begin(bj::error_code&) { return true; }
  bool on_document_end(bj::error_code&) { return true; }
  bool on_array_begin(bj::error_code& code) { return count_value(code) && pass(handler_.begin_array(), code); }
  bool on_array_end(std::size_t count, bj::error_code& code) { return pass(handler_.end_array(count), code); }
  bool on_object_begin(bj::error_code& code) {
    open_.open();
    return count_value(code) && pass(handler_.begin_object(), code);
  }
  bool on_object_end(std::size_t count, bj::error_code& code) {
    if (const auto twin = open_.close()) return refuse_twin(*twin, code);
    return pass(handler_.end_object(count), code);
  }
  bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
  bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
  bool on_number_part(bj::string_view part, bj::error_code&) { return gather(part); }
  bool on_string(bj::string_view rest, std::size_t, bj::error_code& code) {
    const std::string_view value = whole(rest);
    const bool good = count_value(code) && refuse_nul(value, code) && pass(handler_.string(value), code);
    scratch_.clear();
    return good;
  }
  bool on_key(bj::string_view rest, std::size_t, bj::error_code& code) {
    const std::string_view name = lasting(whole(rest));
    scratch_.clear();
    if (++keys_ > limits_.keys) return refuse_limit("members", limits_.keys, code);
    open_.add(name);
    return refuse_nul(name, code) && pass(handler_.key(name), code);
  }
  bool on_int64(std::int64_t, bj::string_view rest, bj::error_code& code) { return number(rest, code); }
  bool on_uint64(std::uint64_t, bj::string_view rest, bj::error_code& code) { return number(rest, code); }
  bool on_double(double, bj::string_view rest, bj::error_code& code) { return number(rest, code); }
  bool on_bool(bool value, bj::error_code& code) { return count_value(code) && pass(handler_.boolean(value), code); }
  bool on_null(bj::error_code& code) { return count_value(code) && pass(handler_.null(), code); }
  bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
  bool on_comment(bj::string_view, bj::error_code&) { return true; }

  std::optional<Error> error;
  /// Where the error is, when that is known better than "where the parser stopped".
  std::optional<std::size_t> error_offset;

 private:
  bool gather(bj::string_view part) {
    scratch_.append(part.data(), part.size());
    return true;
  }
  std::string_view whole(bj::string_view rest) {
    if (scratch_.empty()) return {rest.data(), rest.size()};
    gather(rest);
    return scratch_;
  }
  bool is_inside(std::string_view view) const {
    const std::less_equal<const char*> not_after;
    return not_after(text_.data(), view.data()) && not_after(view.data() + view.size(), text_.data() + text_.size());
  }
  std::string_view lasting(std::string_view view) { return is_inside(view) ? view : escaped_keys_.copy(view); }

  bool number(bj::string_view rest, bj::error_code& code) {
    const bool good = count_value(code) && pass(handler_.number(whole(rest)), code);
    scratch_.clear();
    return good;
  }
  bool count_value(bj::error_code& code) {
    return ++values_ <= limits_.values || refuse_limit("values", limits_.values, code);
  }
  bool pass(Result<>&& result, bj::error_code& code) {
    if (result) [[likely]]
      return true;
    return refuse(std::move(result).error(), code);
  }
  bool refuse(Error&& why, bj::error_code& code) {
    error = std::move(why);
    code = bj::error::exception;
    return false;
  }
  bool refuse_limit(std::string_view what, std::size_t limit, bj::error_code& code) {
    return refuse(Error(Reason::kLimitExceeded,
                        "The JSON text has more than " + std::to_string(limit) + " " + std::string(what) + ".")
                      .with_hint("Send it in several requests."),
                  code);
  }
  bool refuse_nul(std::string_view value, bj::error_code& code) {
    if (value.find('\0') == std::string_view::npos) [[likely]]
      return true;
    return refuse(Error(Reason::kInvalidJson, "A string holds the NUL character (\\u0000).")
                      .with_hint("Remove it; binary data goes into a Bytes field as base64."),
                  code);
  }
  bool refuse_twin(std::string_view name, bj::error_code& code) {
    if (is_inside(name)) error_offset = static_cast<std::size_t>(name.data() - text_.data());
    return refuse(Error(Reason::kInvalidJson, "The key \"" + std::string(name) + "\" occurs twice in one object.")
                      .with_hint("Keep one of the two."),
                  code);
  }

  std::string_view text_;
  Handler& handler_;
  const Limits& limits_;
  DuplicateKeys open_;
  Arena escaped_keys_{512};
  std::string scratch_;
  std::size_t keys_ = 0;
  std::size_t values_ = 0;
};

Error grammar_error(const bj::error_code& code, std::string_view text, std::size_t offset, const Limits& limits) {
  if (code == bj::error::too_deep) {
    return Error(Reason::kLimitExceeded,
                 "The JSON text is nested more than " + std::to_string(limits.depth) + " levels deep.")
        .with_hint("Flatten it.")
        .at(position_of(text, offset));
  }
  const Complaint complaint = complaint_of(code);
  return Error(Reason::kInvalidJson, complaint.message)
      .with_detail("Found " + describe_found(text, offset) + ".")
      .with_hint(complaint.hint)
      .at(position_of(text, offset));
}

}  // namespace

Result<> read(std::string_view text, Handler& handler, const Limits& limits) {
  if (text.size() > limits.bytes) {
    return failure(
        Error(Reason::kPayloadTooLarge, "The JSON text is longer than " + std::to_string(limits.bytes) + " bytes.")
            .with_hint("Send it in several requests."));
  }
  bj::parse_options options;
  options.max_depth = limits.depth;
  bj::basic_parser<Adapter> parser(options, text, handler, limits);
  bj::error_code code;
  const std::size_t consumed = parser.write_some(false, text.data(), text.size(), code);
  Adapter& adapter = parser.handler();
  if (adapter.error) {
    if (adapter.error->position().line != 0) return failure(std::move(*adapter.error));
    const std::size_t offset = adapter.error_offset.value_or(consumed);
    return failure(std::move(*adapter.error).at(position_of(text, offset)));
  }
  if (code) return failure(grammar_error(code, text, consumed, limits));
  if (consumed < text.size()) {
    return failure(Error(Reason::kInvalidJson, "Something follows the end of the JSON text.")
                       .with_detail("Found " + describe_found(text, consumed) + ".")
                       .with_hint("Send one JSON value.")
                       .at(position_of(text, consumed)));
  }
  return {};
}

}  // namespace bedplate::json
