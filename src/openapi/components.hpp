#pragma once
// What a document refers to by name, each made when it is first asked for, so that none is there that nothing uses.
// Made with a document and gone with it; one thread. A name with a dot is never that of a type of the model.
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "json/writer.hpp"

namespace bedplate::openapi {

/// Writes the members of an object.
using Members = std::function<void(json::Writer&)>;
std::string json_object(const Members& members);

class Components {
 public:
  /// `{"$ref": …}` to the component; `make` gives its JSON and is called once for a name. It may ask for others, also
  /// for the one that it makes.
  std::string schema(const std::string& name, const std::function<std::string()>& make) {
    return refer("schemas", name, make);
  }
  std::string parameter(const std::string& name, const std::function<std::string()>& make) {
    return refer("parameters", name, make);
  }
  std::string response(const std::string& name, const std::function<std::string()>& make) {
    return refer("responses", name, make);
  }
  std::string header(const std::string& name, const std::function<std::string()>& make) {
    return refer("headers", name, make);
  }
  /// A member for each kind.
  void write(json::Writer& out) const;

 private:
  std::string refer(const std::string& kind, const std::string& name, const std::function<std::string()>& make);

  std::map<std::string, std::map<std::string, std::string>> made_;
};

}  // namespace bedplate::openapi
