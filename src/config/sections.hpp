#pragma once
// One function a section of bedplate.yaml: from its map to its struct. Within load().
#include "config/config.hpp"
#include "config/load.hpp"
#include "config/reader.hpp"

namespace bedplate::config {

void read_server(Reader reader, const Sources& sources, std::vector<Finding>& findings, Server& out);
void read_database(Reader reader, const Sources& sources, Database& out);
/// `reader` is of the whole section `auth`.
void read_jwt(Reader reader, const Sources& sources, std::vector<Finding>& findings, std::vector<JwtIssuer>& out);
void read_limits(Reader reader, Limits& out);
/// `cors: { origins: […] }`.
void read_cors(Reader reader, std::vector<std::string>& out);
void read_log(Reader reader, Log& out);
void read_metrics(Reader reader, Metrics& out);
/// Parts of `server`: how the world outside of proxies calls this server, and whom of them it believes.
void read_proxies(Reader& reader, Server& out);

}  // namespace bedplate::config
