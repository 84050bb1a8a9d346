#include <charconv>

#include "model/arguments.hpp"
#include "model/phases.hpp"
#include "model/scalars.hpp"

namespace bedplate::model {

namespace {

/// `NUMERIC(10,2)` → NUMERIC, 10, 2.
struct ColumnType {
  std::string word;
  int precision = -1, scale = -1;
};

ColumnType split(std::string_view text) {
  ColumnType out;
  const auto open = text.find('(');
  for (char c : text.substr(0, open)) out.word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  while (out.word.ends_with(' ')) out.word.pop_back();
  if (open == std::string_view::npos) return out;
  std::string numbers;
  for (char c : text.substr(open + 1))
    if (c != ' ') numbers += c;
  const char* end = numbers.data() + numbers.size();
  const auto first = std::from_chars(numbers.data(), end, out.precision);
  if (first.ec == std::errc{} && first.ptr != end && *first.ptr == ',') std::from_chars(first.ptr + 1, end, out.scale);
  return out;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_text_type(std::string_view word) {
  return among(word,
               {"TEXT", "VARCHAR", "NVARCHAR", "CHAR", "NCHAR", "CHARACTER", "CHARACTER VARYING", "CLOB", "UUID"});
}
bool is_integer_type(std::string_view word) {
  return among(word, {"INTEGER", "INT", "BIGINT", "SMALLINT", "TINYINT", "MEDIUMINT", "INT2", "INT4", "INT8"});
}

struct FormOf {
  std::optional<ColumnForm> form;  ///< none: this field cannot be in such a column
  const char* known;               ///< what it can be in
};

FormOf form_of(const Type& type, std::string_view word) {
  using enum ColumnForm;
  if (type.list || type.scalar == Scalar::kJson)
    return {is_text_type(word) || among(word, {"JSON", "JSONB"}) ? std::optional(kCanonical) : std::nullopt,
            "TEXT or JSON"};
  switch (type.scalar) {
    case Scalar::kDateTime:
      if (among(word, {"UNIX_SECONDS"})) return {kUnixSeconds, ""};
      if (among(word, {"UNIX_MILLIS"})) return {kUnixMillis, ""};
      if (is_integer_type(word)) return {kCanonical, ""};
      [[fallthrough]];
    case Scalar::kLocalDateTime:
      if (among(word, {"DATETIME", "TIMESTAMP", "TIMESTAMPTZ", "YYYY-MM-DD HH:MM:SS"})) return {kSpacedDateTime, ""};
      if (is_text_type(word)) return {type.scalar == Scalar::kDateTime ? kSpacedDateTime : kCanonical, ""};
      return {std::nullopt, "DATETIME (text YYYY-MM-DD HH:MM:SS), INTEGER (microseconds), UNIX_SECONDS or UNIX_MILLIS"};
    case Scalar::kDecimal:
      if (among(word, {"NUMERIC", "DECIMAL", "REAL", "DOUBLE", "DOUBLE PRECISION", "FLOAT"})) return {kNumericReal, ""};
      if (is_text_type(word)) return {kDecimalText, ""};
      if (is_integer_type(word)) return {kCanonical, ""};
      return {std::nullopt, "NUMERIC(p,s), REAL, TEXT or INTEGER (scaled)"};
    case Scalar::kBoolean:
      if (is_text_type(word)) return {kBooleanText, ""};
      if (is_integer_type(word) || among(word, {"BOOLEAN", "BOOL", "BIT"})) return {kCanonical, ""};
      return {std::nullopt, "BOOLEAN, INTEGER or TEXT ('true' and 'false')"};
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kDuration:
      return {is_integer_type(word) ? std::optional(kCanonical) : std::nullopt, "INTEGER or BIGINT"};
    case Scalar::kFloat:
      if (among(word, {"REAL", "DOUBLE", "DOUBLE PRECISION", "FLOAT", "NUMERIC"})) return {kCanonical, ""};
      return {std::nullopt, "REAL or DOUBLE PRECISION"};
    case Scalar::kBytes:
      return {among(word, {"BLOB", "BYTEA", "BINARY", "VARBINARY"}) ? std::optional(kCanonical) : std::nullopt,
              "BLOB or BYTEA"};
    default:
      if (is_text_type(word) || (type.scalar == Scalar::kDate && word == "DATE") ||
          (type.scalar == Scalar::kTime && word == "TIME"))
        return {kCanonical, ""};
      return {std::nullopt, "TEXT or VARCHAR(n)"};
  }
}

void read_type(Draft& draft, Field& field, const sdl::Value& written, bool has_decimal) {
  const ColumnType type = split(written.text);
  const FormOf form = form_of(field.type, type.word);
  if (!form.form) {
    draft.error(place_of(written), "column-type",
                "\"" + field.name + "\" (" + type_text(draft.model, field.type) +
                    ") cannot be kept in a column of type \"" + std::string(written.text) + "\".",
                std::string("Use ") + form.known + ", or change the field's type.");
    return;
  }
  field.form = *form.form;
  field.column_type = written.text;
  if (field.type.scalar != Scalar::kDecimal || field.type.list || type.scale < 0) return;
  const bool sane = type.precision >= 1 && type.precision <= 38 && type.scale <= type.precision;
  if (!sane || (has_decimal && (type.precision != field.type.precision || type.scale != field.type.scale))) {
    draft.error(place_of(written), "column-decimal",
                "The column's digits \"" + std::string(written.text) + "\" are not those of the field.",
                "Write the same numbers in @decimal, or leave @decimal out.");
    return;
  }
  field.type.precision = static_cast<std::uint8_t>(type.precision);
  field.type.scale = static_cast<std::uint8_t>(type.scale);
}

/// The field that @column speaks of: itself, or the only scalar of a to-one.
Field* column_of(Draft& draft, Entity& entity, FieldId field_id, const sdl::Directive& use) {
  Field& field = entity.fields[field_id];
  if (field.is_column()) return &field;
  Field* found = nullptr;
  std::size_t count = 0;
  for (Field& other : entity.fields)
    if (other.relation == field_id && field.kind == FieldKind::kToOne) {
      found = &other;
      ++count;
    }
  if (count == 1) return found;
  draft.error(place_of(use), "column-on-other", "\"" + field.name + "\" has no single column.",
              count > 1 ? "Declare the scalars as fields, each with its @column, and name them: @relation(field: […])."
                        : "@column is for stored fields and for to-one relations.");
  return nullptr;
}

void refuse_clashes(Draft& draft, EntityId id) {
  std::unordered_map<std::string, std::size_t> columns;
  const Entity& entity = draft.model.entity(id);
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    if (!entity.fields[i].is_column()) continue;
    std::string folded;  // the databases' names ignore case
    for (char c : entity.fields[i].column) folded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto [at, fresh] = columns.emplace(folded, i);
    if (fresh) continue;
    draft.error(draft.place_of_field(id, static_cast<FieldId>(i)), "duplicate-column",
                "\"" + entity.fields[i].name + "\" and \"" + entity.fields[at->second].name +
                    "\" are both kept in column \"" + entity.fields[i].column + "\".",
                "Give one another column: @column(name: \"…\").");
  }
}

}  // namespace

void read_columns(Draft& draft) {
  for (std::size_t id = 0; id < draft.definitions.size(); ++id) {
    Entity& entity = draft.model.entities[id];
    for (std::size_t field_id = 0; field_id < draft.definitions[id].size(); ++field_id) {
      const auto* from = draft.definitions[id][field_id];
      const auto* use = from == nullptr ? nullptr : find_directive(from->directives, "column");
      if (use == nullptr) continue;
      Field* field = column_of(draft, entity, static_cast<FieldId>(field_id), *use);
      if (field == nullptr) continue;
      const Arguments arguments(use);
      if (const auto* name = arguments.find("name"); name != nullptr && name->kind == sdl::ValueKind::kString) {
        if (name->text.empty() || name->text.find('\0') != std::string_view::npos)
          draft.error(place_of(*name), "column-name", "A column needs a name.", "Leave `name` out for the usual one.");
        else
          field->column = name->text;
      }
      if (const auto* type = arguments.find("type"); type != nullptr && type->kind == sdl::ValueKind::kString)
        read_type(draft, *field, *type, find_directive(from->directives, "decimal") != nullptr);
    }
    refuse_clashes(draft, static_cast<EntityId>(id));
  }
}

}  // namespace bedplate::model
