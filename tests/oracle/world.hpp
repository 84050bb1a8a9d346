#pragma once
// World: a random model, random rows for it as plain vectors, and a node that holds them. Many nodes may be made of
// one world's rows.
#include "oracle/random_model.hpp"
#include "support/rest_node.hpp"

namespace bedplate::oracle {

struct World {
  explicit World(std::uint64_t seed) : dice(seed), sdl(random_sdl(dice)), node(sdl) {
    fill_randomly(data, node.model(), dice);
    fill(node, data);
  }
  static void fill(testing_support::RestNode& into, const Data& from) {
    if (const auto rows = from.statements(into.model()); !rows.empty())
      testing_support::must(into.store().run_script(rows), "rows");
  }
  Dice dice;
  std::string sdl;
  testing_support::RestNode node;
  Data data;
};

inline std::string describe(const operation::Identity& who) {
  std::string text = who.authenticated ? "id=" + who.id + " tenant=" + who.tenant + " roles=" : "anonymous";
  for (const auto& role : who.roles) text += role + " ";
  for (const auto& scope : who.scopes) text += "scope:" + scope + " ";
  for (const auto& [name, value] : who.claims) text += name + "=" + value;
  return text;
}

}  // namespace bedplate::oracle
