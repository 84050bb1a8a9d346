#pragma once
// `bedplate manual`: the manual page bedplate(1), of all commands, in roff's man macros.
#include <functional>
#include <string>

#include "app/commands/command_table.hpp"
#include "app/project/world.hpp"

namespace bedplate::app {

struct ManualOptions {
  std::function<CommandTable()> commands;
};

/// Its date is today, or what SOURCE_DATE_EPOCH says, for builds that are to be the same byte by byte.
int run_manual(const ManualOptions& options, const World& world);

/// Pure. `date`: as in 2026-11-23.
std::string manual_page(const CommandTable& table, std::string_view version, std::string_view date);

}  // namespace bedplate::app
