#include "identity/claims.hpp"

#include <algorithm>
#include <unordered_map>

#include "json/writer.hpp"

namespace bedplate::identity {
namespace {

/// By exact name first: names with dots are common (`https://example.com/roles`). Then as a path into objects.
const json::Node* claim(const json::Node& payload, std::string_view name) {
  if (const json::Node* found = payload.find(name)) return found;
  const json::Node* node = &payload;
  while (node && node->is_object()) {
    const auto dot = name.find('.');
    node = node->find(name.substr(0, dot));
    if (dot == std::string_view::npos) return node;
    name.remove_prefix(dot + 1);
  }
  return nullptr;
}

bool is_integer(std::string_view literal) {
  if (literal.starts_with('-')) literal.remove_prefix(1);
  return !literal.empty() && std::all_of(literal.begin(), literal.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A string or an integer. That it was a number is kept: a number is no text to a rule.
void read_name(const json::Node* node, std::string& text, bool& is_number) {
  if (!node || !(node->is_string() || (node->is_number() && is_integer(node->text)))) return;
  text = std::string(node->text);
  is_number = node->is_number();
}

std::vector<std::string> texts(const json::Node* node, std::string_view separators) {
  std::vector<std::string> found;
  if (!node) return found;
  if (node->is_array()) {
    for (const json::Node& child : node->children)
      if (child.is_string() && !child.text.empty()) found.emplace_back(child.text);
  } else if (node->is_string()) {
    std::string_view rest = node->text;
    while (!rest.empty()) {
      const auto end = std::min(rest.find_first_of(separators), rest.size());
      if (end > 0) found.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return found;
}

using Flat = std::vector<std::pair<std::string, std::string>>;

// Recursion is bounded by the depth that a token's JSON may have.
void flatten(const json::Node& object, const std::string& prefix, Flat& out) {
  for (const json::Node& member : object.children) {
    std::string path = prefix + std::string(member.key);
    if (member.is_object()) {
      flatten(member, path + ".", out);
    } else if (member.is_string() || member.is_number() || member.is_boolean()) {
      std::string text;
      json::append(text, member);
      out.emplace_back(std::move(path), std::move(text));
    }
  }
}

/// `{"a.b": 1, "a": {"b": 2}}` says two things by one path; neither is believed.
void drop_ambiguous(Flat& claims) {
  std::unordered_map<std::string_view, int> times;
  for (const auto& [path, text] : claims) ++times[path];
  std::vector<bool> twice;
  for (const auto& [path, text] : claims) twice.push_back(times[path] > 1);
  std::size_t at = 0;
  std::erase_if(claims, [&](const auto&) { return twice[at++]; });
}

}  // namespace

operation::Identity identity_of(const crypto::Claims& claims, const config::ClaimNames& names) {
  const json::Node& payload = claims.payload.root();
  operation::Identity identity;
  identity.authenticated = true;
  read_name(claim(payload, names.id), identity.id, identity.id_is_number);
  read_name(claim(payload, names.tenant), identity.tenant, identity.tenant_is_number);
  identity.roles = texts(claim(payload, names.roles), " ,");
  identity.scopes = texts(claim(payload, names.scopes), " ");
  flatten(payload, "", identity.claims);
  drop_ambiguous(identity.claims);
  return identity;
}

}  // namespace bedplate::identity
