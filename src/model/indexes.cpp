#include "model/arguments.hpp"
#include "model/field_lists.hpp"
#include "model/phases.hpp"

namespace bedplate::model {

namespace {

class IndexReader {
 public:
  IndexReader(Draft& draft, EntityId id) : draft_(draft), id_(id), entity_(draft.model.entities[id]) {}

  void read() {
    for (const auto* use : draft_.entity_types[id_]->directives)
      if (use->name.text == "unique" || use->name.text == "index") of_type(*use);
    for (std::size_t i = 0; i < draft_.definitions[id_].size(); ++i)
      if (const auto* from = draft_.definitions[id_][i])
        for (const auto& use : from->directives)
          if (use.name.text == "unique" || use.name.text == "index") of_field(static_cast<FieldId>(i), use);
  }

 private:
  void of_type(const sdl::Directive& use) {
    const Arguments arguments(&use);
    const auto fields = read_fields(draft_, id_, arguments, "fields", true);
    if (!fields) return;
    if (fields->empty()) {
      draft_.error(place_of(use), "index-without-fields",
                   "@" + std::string(use.name.text) + " on a type names its fields.",
                   "Write @" + std::string(use.name.text) + "(fields: [\"…\"]).");
      return;
    }
    add(use, *fields);
  }

  void of_field(FieldId id, const sdl::Directive& use) {
    const Arguments arguments(&use);
    if (const auto* stray = arguments.find("fields")) {
      draft_.error(place_of(*stray), "fields-on-field",
                   "`fields` is for @" + std::string(use.name.text) + " on a type.",
                   "Remove it, or move the directive to the type.");
      return;
    }
    const auto columns = columns_of(entity_, id);
    if (columns.empty()) {
      draft_.error(place_of(use), "field-without-column", "\"" + entity_.fields[id].name + "\" has no column to index.",
                   "@" + std::string(use.name.text) + " is for stored fields and to-one relations.");
      return;
    }
    add(use, columns);
  }

  void add(const sdl::Directive& use, const std::vector<FieldId>& fields) {
    const Arguments arguments(&use);
    Index index{.fields = fields,
                .unique = use.name.text == "unique",
                .global = arguments.flag("global"),
                .where = std::string(arguments.text("where").value_or("")),
                .name = {}};
    for (FieldId field : fields)
      if (entity_.fields[field].type.list || entity_.fields[field].type.scalar == Scalar::kJson)
        draft_.error(place_of(use), "unindexable",
                     "\"" + entity_.fields[field].name + "\" holds a list or JSON, which no index of this kind orders.",
                     "Index a field with a single value.");
    if (index.global && entity_.tenant == kNoField)
      draft_.error(place_of(*arguments.find("global")), "global-without-tenant",
                   "`global` means across tenants, and \"" + entity_.name + "\" has no @tenant.", "Leave it out.");
    if (const auto using_word = arguments.text("using"); using_word && *using_word != "btree")
      draft_.warn(place_of(*arguments.find("using")), "not-served-yet",
                  "@index(using: \"" + std::string(*using_word) + "\") is not served yet: an ordinary index is made.",
                  "Leave `using` out, or write \"btree\".");
    if (!index.where.empty())
      draft_.warn(place_of(*arguments.find("where")), "not-served-yet",
                  "@index(where:) is not served yet: the index covers all rows.", "Leave `where` out.");
    for (const Index& other : entity_.indexes)
      if (other.fields == index.fields && other.unique == index.unique)
        draft_.error(place_of(use), "index-twice", "The same fields are indexed twice.", "Remove one of the two.");
    if (index.unique && fields.size() == 1) entity_.fields[fields[0]].unique = true;
    index.name = name_of(index);
    entity_.indexes.push_back(std::move(index));
  }

  std::string name_of(const Index& index) const {
    std::string name = entity_.table;
    for (FieldId field : index.fields) name += "_" + entity_.fields[field].column;
    return name + (index.unique ? "_key" : "_idx");
  }

  Draft& draft_;
  EntityId id_;
  Entity& entity_;
};

}  // namespace

void read_indexes(Draft& draft) {
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id) IndexReader(draft, static_cast<EntityId>(id)).read();
}

}  // namespace bedplate::model
