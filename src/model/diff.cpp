#include "model/diff.hpp"

#include <algorithm>
#include <set>

#include "model/scalars.hpp"

namespace bedplate::model {

namespace {

class Diff {
 public:
  Diff(const Model& released, const Model& model, std::string_view file) : old_(released), new_(model), file_(file) {}

  std::vector<sdl::Diagnostic> run() {
    for (const Entity& before : old_.entities) entity(before);
    for (const Enum& before : old_.enums) enumeration(before);
    return std::move(found_);
  }

 private:
  void report(Position at, std::size_t length, std::string message, std::string hint) {
    if (at.line == 0) at = {.line = 1, .column = 1, .offset = 0};
    found_.push_back({.severity = sdl::Severity::kWarning,
                      .code = "breaking-change",
                      .file = file_,
                      .position = at,
                      .length = static_cast<std::uint32_t>(length),
                      .message = std::move(message),
                      .hint = std::move(hint),
                      .related = {}});
  }

  void entity(const Entity& before) {
    const auto at = new_.entity_by_plural.find(before.plural);
    if (at == new_.entity_by_plural.end()) return gone(before);
    const Entity& after = new_.entity(at->second);
    if (after.name != before.name)
      report(after.position, after.name.size(),
             "Type \"" + before.name + "\" is now \"" + after.name + "\" for GraphQL and gRPC clients.",
             "Keep the type's name.");
    if (key_names(before) != key_names(after))
      report(after.position, after.name.size(), "The key of resource \"" + before.plural + "\" changed.",
             "Clients hold its keys: keep the fields and their order.");
    for (const Field& field : before.fields)
      if (!field.hidden) compare(field, after);
    for (const Field& field : after.fields)
      if (before.find(field.name) == nullptr) added(after, field);
    for (const Index& index : after.indexes)
      if (index.unique) unique(before, after, index);
  }

  static std::set<std::string> field_names(const Entity& entity, const Index& index) {
    std::set<std::string> out;
    for (FieldId part : index.fields) out.insert(entity.fields[part].name);
    return out;
  }

  void unique(const Entity& before, const Entity& after, const Index& index) {
    const auto names = field_names(after, index);
    if (std::ranges::any_of(before.indexes, [&](const Index& each) {
          return each.unique && field_names(before, each) == names && (each.global || !index.global);
        }))
      return;
    // Of new fields alone it is nothing that released clients could run into.
    if (std::ranges::none_of(names, [&](const auto& name) { return before.find(name) != nullptr; })) return;
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    report(after.position, after.name.size(),
           "Type \"" + after.name + "\" has a new unique (" + list + "), which refuses what clients could write.",
           "See that rows and clients keep to it; where rows clash, the database can't be migrated.");
  }

  void gone(const Entity& before) {
    const auto renamed = new_.entity_by_name.find(before.name);
    if (renamed == new_.entity_by_name.end())
      return report({}, 1, "Resource \"" + before.plural + "\" (type \"" + before.name + "\") is gone.",
                    "Keep it until no client uses it.");
    const Entity& after = new_.entity(renamed->second);
    report(after.position, after.name.size(), "Resource \"" + before.plural + "\" is now \"" + after.plural + "\".",
           "Keep the name: @entity(plural: \"" + before.plural + "\").");
  }

  static std::vector<std::string> key_names(const Entity& entity) {
    std::vector<std::string> out;
    for (FieldId part : entity.key) out.push_back(entity.fields[part].name);
    return out;
  }

  void compare(const Field& before, const Entity& entity_after) {
    const Field* after = entity_after.find(before.name);
    const std::string name = "\"" + entity_after.name + "." + before.name + "\"";
    if (after == nullptr || after->hidden) return removed(entity_after, before, after, name);
    const auto say = [&](std::string what, std::string hint) {
      report(after->position, after->name.size(), name + " " + what, std::move(hint));
    };
    if (before.kind == FieldKind::kToMany || after->kind == FieldKind::kToMany ||
        before.is_relation() != after->is_relation()) {
      if (before.kind != after->kind || target_name(old_, before) != target_name(new_, *after))
        say("leads elsewhere, or to another number of rows.", "Add a relation of another name instead.");
      return;
    }
    if (before.is_relation() ? target_name(old_, before) != target_name(new_, *after)
                             : bare(old_, before) != bare(new_, *after))
      say("was " + described(old_, before) + " and is " + described(new_, *after) + ".",
          "Add a field of another name instead.");
    if (!before.type.nullable && after->type.nullable && !before.write_only)
      say("may now be null, which clients don't expect.", "Keep it required, or add a new field.");
    if (before.type.nullable && must_be_given(*after))
      say("must now be given by clients that create.", "Give it a default.");
    if (!before.read_only && (after->read_only || after->kind == FieldKind::kComputed) &&
        before.kind != FieldKind::kComputed)
      say("can no longer be written.", "Keep it writable.");
    if (!before.immutable && after->immutable) say("can no longer be changed.", "Keep it changeable.");
    if (!before.write_only && after->write_only) say("can no longer be read.", "Keep it readable.");
  }

  void removed(const Entity& entity, const Field& before, const Field* hidden, const std::string& name) {
    for (const Field& field : entity.fields)
      if (field.renamed_from == before.name)
        return report(field.position, field.name.size(),
                      name + " is now \"" + field.name + "\", and the old name is not served.",
                      "Keep a field of the old name until no client uses it.");
    report(hidden != nullptr ? hidden->position : entity.position,
           hidden != nullptr ? hidden->name.size() : entity.name.size(),
           name + (hidden != nullptr ? " is now hidden." : " is gone."),
           "Keep it until no client uses it; @deprecated says so.");
  }

  void added(const Entity& entity, const Field& field) {
    if (must_be_given(field))
      report(field.position, field.name.size(),
             "\"" + entity.name + "." + field.name + "\" is new and must be given by clients that create.",
             "Make it nullable, or give it a default.");
  }

  /// A scalar of a to-one speaks for both.
  static bool must_be_given(const Field& field) {
    return field.is_column() && !field.type.nullable && field.default_fn == DefaultFn::kNone && !field.read_only &&
           !field.hidden;
  }

  static std::string target_name(const Model& model, const Field& field) {
    return field.target == kNoEntity ? "" : model.entity(field.target).name;
  }
  /// The type without its nullability, which is compared by itself.
  static std::string bare(const Model& model, const Field& field) {
    Type type = field.type;
    type.nullable = true;
    std::string text = type_text(model, type);
    if (type.scalar == Scalar::kDecimal)
      text += "(" + std::to_string(type.precision) + "," + std::to_string(type.scale) + ")";
    return text;
  }
  static std::string described(const Model& model, const Field& field) {
    return field.is_relation() ? "a relation to " + target_name(model, field) : bare(model, field);
  }

  void enumeration(const Enum& before) {
    const auto at = new_.enum_by_name.find(before.name);
    if (at == new_.enum_by_name.end()) return;  // its fields tell
    for (const EnumValue& value : before.values)
      if (std::ranges::find(new_.enums[at->second].values, value.name, &EnumValue::name) ==
          new_.enums[at->second].values.end())
        report({}, 1, "Value \"" + value.name + "\" of enum \"" + before.name + "\" is gone.",
               "Keep it until no row and no client uses it; @deprecated says so.");
  }

  const Model& old_;
  const Model& new_;
  std::string file_;
  std::vector<sdl::Diagnostic> found_;
};

}  // namespace

std::vector<sdl::Diagnostic> breaking_changes(const Model& released, const Model& model, std::string_view file_name) {
  auto found = Diff(released, model, file_name).run();
  sdl::sort_diagnostics(found);
  return found;
}

}  // namespace bedplate::model
