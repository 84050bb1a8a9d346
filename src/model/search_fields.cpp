#include "model/search_fields.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/arguments.hpp"
#include "search/analyser.hpp"

namespace bedplate::model {
namespace {

constexpr std::size_t kLongestColumn = 63;  // PostgreSQL cuts longer names

class SearchReader {
 public:
  SearchReader(Draft& draft, EntityId id) : draft_(draft), id_(id), entity_(draft.model.entities[id]) {}

  void read() {
    for (const auto* use : draft_.entity_types[id_]->directives)
      if (use->name.text == "search") of_type(*use);
    // Hidden fields come in behind.
    const std::size_t declared = draft_.definitions[id_].size();
    for (std::size_t i = 0; i < declared; ++i)
      if (const auto* from = draft_.definitions[id_][i])
        for (const auto& use : from->directives)
          if (use.name.text == "search") of_field(use, static_cast<FieldId>(i));
  }

 private:
  void of_type(const sdl::Directive& use) {
    const Arguments arguments(&use);
    const auto names = arguments.list("fields", sdl::ValueKind::kString);
    if (names.empty())
      draft_.error(place_of(use), "search-without-fields", "@search on a type names its fields.",
                   "Write @search(fields: [\"…\"]), or put @search on the fields.");
    for (const auto* name : names) {
      const auto at = std::ranges::find(entity_.fields, name->text, &Field::name);
      if (at == entity_.fields.end())
        draft_.error(place_of(*name), "unknown-field",
                     "\"" + entity_.name + "\" has no field \"" + std::string(name->text) + "\".",
                     "Name fields of the type." + draft_.suggest_field(id_, name->text));
      else
        add(use, static_cast<FieldId>(at - entity_.fields.begin()));
    }
  }

  void of_field(const sdl::Directive& use, FieldId id) {
    const Arguments arguments(&use);
    if (const auto* stray = arguments.find("fields"))
      draft_.error(place_of(*stray), "fields-on-field", "`fields` is for @search on a type.",
                   "Remove it, or move the directive to the type.");
    else
      add(use, id);
  }

  void add(const sdl::Directive& use, FieldId id) {
    const Field& text = entity_.fields[id];
    if (text.kind != FieldKind::kStored || !is_prose(text.type))
      return draft_.error(place_of(use), "search-on-other", "\"" + text.name + "\" is not text that could be searched.",
                          "@search is for String fields.");
    if (text.tokens != kNoField)
      return draft_.error(place_of(use), "search-twice", "\"" + text.name + "\" has @search twice.",
                          "Remove one of the two.");
    const auto language = language_of(use);
    if (!language) return;
    Field field;
    field.name = text.name + " tokens";  // no name of GraphQL's, so that nobody can mean it
    field.type = {.scalar = Scalar::kString, .nullable = true};
    field.position = text.position;
    // Another analysis is another column, so that no text is searched by tokens of an earlier one.
    field.column = text.name + "_fts_" + *language + std::string(search::kAnalyserVersion);
    field.read_only = field.hidden = true;
    field.searched = id;
    field.search_language = *language;
    if (field.column.size() > kLongestColumn)
      draft_.error(place_of(use), "search-name-too-long",
                   "The column of tokens \"" + field.column + "\" has a longer name than databases take.",
                   "Give the field a shorter name and keep its column with @column(name:).");
    entity_.fields[id].tokens = static_cast<FieldId>(entity_.fields.size());
    entity_.fields.push_back(std::move(field));
    draft_.definitions[id_].push_back(nullptr);
  }

  static bool is_prose(const Type& type) {
    return !type.list &&
           (type.scalar == Scalar::kString || type.scalar == Scalar::kEmail || type.scalar == Scalar::kUrl);
  }

  std::optional<std::string> language_of(const sdl::Directive& use) {
    const Arguments arguments(&use);
    const std::string word(arguments.text("language").value_or(std::string(search::kSimple)));
    if (search::is_language(word)) return word;
    const auto known = search::languages();
    const auto meant = did_you_mean(word, known);
    std::string all;
    for (const auto each : known) all.append(all.empty() ? "" : ", ").append(each);
    draft_.error(place_of(*arguments.find("language")), "unknown-language",
                 "There is no analysis of the language \"" + word + "\".",
                 meant.empty() ? "Write one of " + all + "." : "Did you mean \"" + std::string(meant) + "\"?");
    return std::nullopt;
  }

  Draft& draft_;
  EntityId id_;
  Entity& entity_;
};

}  // namespace

void add_search_fields(Draft& draft, EntityId id) { SearchReader(draft, id).read(); }

}  // namespace bedplate::model
