#include <array>

#include "sdl/printer.hpp"
#include "sdl/rules.hpp"

namespace bedplate::sdl {

void lone_schema_definition(const SchemaIndex& index, Findings& findings) {
  const SchemaDefinition* first = nullptr;
  for (const SchemaDefinition* schema : index.document().schemas) {
    if (schema->extension) continue;
    if (index.base_has_schema()) {
      findings.add(schema->at, "Cannot define a new schema within a schema extension.", "Write \"extend schema\".");
    } else if (first != nullptr) {
      findings.add(schema->at, "Must provide only one schema definition.",
                   "Merge it into the one on line " + std::to_string(first->at.line) + ", or write \"extend schema\".");
    } else {
      first = schema;
    }
  }
}

void unique_operation_types(const SchemaIndex& index, Findings& findings) {
  std::array<const OperationType*, 3> seen{};
  for (const SchemaDefinition* schema : index.document().schemas) {
    for (const OperationType& type : schema->operations) {
      const std::string word(operation_word(type.operation));
      const OperationType*& first = seen[static_cast<std::size_t>(type.operation)];
      const Span where(type.at, word.size());
      if (index.base_has_root(type.operation)) {
        findings.add(where, "Type for " + word + " already defined in the schema. It cannot be redefined.",
                     "Extend that type instead.");
      } else if (first != nullptr) {
        findings.add_pair({first->at, word.size()}, "first given here", where,
                          "There can be only one " + word + " type in schema.", "Remove one of the two.");
      } else {
        first = &type;
      }
    }
  }
}

}  // namespace bedplate::sdl
