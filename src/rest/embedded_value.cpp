// Objects of @embedded types: read member by member, written in the order of the type.
#include <string>

#include "base/scalar.hpp"
#include "base/text.hpp"
#include "rest/json_value.hpp"

namespace bedplate::rest {
namespace {

using model::Embedded;

class Reader {
 public:
  Reader(const model::Model& model, Arena& arena) : model_(model), arena_(arena) {}

  Result<void> value(const Type& type, std::uint16_t embedded, const json::Node& value) {
    if (embedded == kNone) return scalar(type, value);
    if (!type.list) return object(model_.embedded[embedded], value);
    if (!value.is_array()) return failure(expected("a list of " + model_.embedded[embedded].name, value));
    out_ += '[';
    for (std::size_t i = 0; i < value.children.size(); ++i) {
      if (i > 0) out_ += ',';
      BP_TRY_VOID(object(model_.embedded[embedded], value.children[i]));
    }
    out_ += ']';
    return {};
  }
  std::string_view text() const { return out_; }

 private:
  static constexpr std::uint16_t kNone = 0xffff;

  Error expected(const std::string& what, const json::Node& found) const {
    return Error(Reason::kInvalidValue, "expected " + what + ", found " + std::string(json::kind_name(found.kind)));
  }

  Result<void> scalar(const Type& type, const json::Node& value) {
    BP_TRY(const Cell cell, json_cell(type, value, arena_));
    BP_TRY_VOID(known(type, value));
    append_json(out_, type, cell);
    return {};
  }

  Result<void> known(const Type& type, const json::Node& value) const;

  // An @embedded type never holds itself, so that the depth is the model's.
  Result<void> object(const Embedded& type, const json::Node& value) {
    if (!value.is_object()) return failure(expected(type.name, value));
    for (const auto& member : value.children) {
      BP_TRY_VOID(is_member(type, member.key));
    }
    out_ += '{';
    bool first = true;
    for (const auto& member : type.members) {
      const json::Node* given = value.find(member.name);
      if (given == nullptr || given->is_null()) {
        if (!member.type.nullable) return failure(Reason::kInvalidValue, member.name + ": a value is required");
        if (given == nullptr) continue;
      }
      if (!first) out_ += ',';
      first = false;
      append_json_string(out_, member.name);
      out_ += ':';
      if (given->is_null()) {
        out_ += "null";
        continue;
      }
      auto read = this->value(member.type, member.embedded, *given);
      if (!read)
        return failure(
            Error(Reason::kInvalidValue, member.name + ": " + read.error().message()).with_hint(read.error().hint()));
    }
    out_ += '}';
    return {};
  }

  static Result<void> is_member(const Embedded& type, std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& member : type.members) {
      if (member.name == name) return {};
      names.push_back(member.name);
    }
    const auto meant = did_you_mean(name, names);
    return failure(Reason::kInvalidValue,
                   "'" + std::string(name) + "' is not a member of " + type.name +
                       (meant.empty() ? std::string() : ": did you mean '" + std::string(meant) + "'?"));
  }

  const model::Model& model_;
  Arena& arena_;
  std::string out_;
};

/// Whether `value`, or each item of it, is a value of the enum.
Result<void> in_enum(const model::Enum& of, const json::Node& value) {
  if (value.is_array()) {
    for (const auto& item : value.children) {
      BP_TRY_VOID(in_enum(of, item));
    }
    return {};
  }
  std::vector<std::string_view> names;
  for (const auto& known : of.values) {
    if (known.name == value.text) return {};
    names.push_back(known.name);
  }
  Error error(Reason::kInvalidValue, "'" + std::string(value.text) + "' is not a value of " + of.name);
  const auto meant = did_you_mean(value.text, names);
  if (meant.empty()) return failure(std::move(error));
  return failure(std::move(error).with_hint("did you mean '" + std::string(meant) + "'?"));
}

Result<void> Reader::known(const Type& type, const json::Node& value) const {
  return type.scalar == Scalar::kEnum ? in_enum(model_.enums[type.enumeration], value) : Result<void>{};
}

}  // namespace

Result<Cell> field_cell(const model::Model& model, const model::Field& field, const json::Node& value, Arena& arena) {
  if (value.is_null()) return Cell::null();
  if (field.kind == model::FieldKind::kEmbedded) {
    Reader reader(model, arena);
    BP_TRY_VOID(reader.value(field.type, field.embedded, value));
    return Cell::text(arena.copy(reader.text()));
  }
  if (field.type.scalar == Scalar::kEnum && (field.type.list ? value.is_array() : value.is_string())) {
    BP_TRY_VOID(in_enum(model.enums[field.type.enumeration], value));
  }
  return json_cell(field.type, value, arena);
}

Result<Cell> text_cell(const model::Model& model, const model::Field& field, const json::Node& value, Arena& arena) {
  if (value.is_null()) return Cell::null();
  if (field.kind != model::FieldKind::kEmbedded && !field.type.list && field.type.scalar != Scalar::kJson) {
    if (field.type.scalar == Scalar::kEnum) BP_TRY_VOID(in_enum(model.enums[field.type.enumeration], value));
    return parse_scalar(field.type, value.text, arena);
  }
  BP_TRY(const json::Node* inside, json::parse(value.text, arena));
  return field_cell(model, field, *inside, arena);
}

}  // namespace bedplate::rest
