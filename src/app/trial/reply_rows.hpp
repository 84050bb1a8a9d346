#pragma once
// The rows of a reply and those that are wanted, whose order says nothing. Pure.
#include <map>
#include <string>
#include <vector>

#include "app/trial/client.hpp"

namespace bedplate::app {

/// JSON without what is written in several ways: white space, escapes.
std::string plain_json(std::string_view json);

/// A row: of each member its plain JSON.
using Members = std::map<std::string, std::string>;

/// What is wrong with a body, a list or one object, that should hold `expected`; empty: nothing.
std::string compare_rows(const Answer& answer, const std::vector<Members>& expected);

/// The answer, a list, whose lists `name` are in the order of their elements' texts.
Answer with_sorted(const Answer& answer, const std::string& name);

}  // namespace bedplate::app
