#include "sdl/print.hpp"

#include "sdl/printer.hpp"

namespace bedplate::sdl {

std::string print(const Tree& tree) {
  Printer printer;
  bool first = true;
  for (const Definition& definition : tree.definitions) {
    if (!first) printer.blank_line();
    first = false;
    printer.definition(definition);
  }
  return std::move(printer).take();
}

std::string print(const Definition& definition) {
  Printer printer;
  printer.definition(definition);
  return std::move(printer).take();
}

std::string print(const TypeRef& type) {
  Printer printer;
  printer.type(type);
  return std::move(printer).take();
}

std::string print(const Value& value) {
  Printer printer;
  printer.value(value);
  return std::move(printer).take();
}

}  // namespace bedplate::sdl
