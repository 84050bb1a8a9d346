#pragma once
// Tells the service manager that started the program how it is, by sd_notify's protocol (NOTIFY_SOCKET, as systemd sets
// it). On any thread.
#include <string_view>

#include "app/project/world.hpp"

namespace bedplate::app {

/// `state`: `READY=1`, as in sd_notify(3). Without a manager that asked for it nothing happens; nor is one that does
/// not listen an error, since it would notice itself.
void tell_supervisor(const Environment& environment, std::string_view state);

}  // namespace bedplate::app
