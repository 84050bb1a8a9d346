#pragma once
// Document: a parsed GraphQL text, owner of its tree, of the arena the tree lives in and of a copy of the source.
// Movable; the tree's addresses stay. Readable from any thread; it never changes.
#include <memory>
#include <utility>

#include "base/arena.hpp"
#include "sdl/ast.hpp"

namespace bedplate::sdl {

class Document {
 public:
  Document(std::unique_ptr<Arena> arena, Tree tree) : arena_(std::move(arena)), tree_(tree) {}
  const Tree& tree() const { return tree_; }
  const Tree* operator->() const { return &tree_; }
  const Tree& operator*() const { return tree_; }

 private:
  std::unique_ptr<Arena> arena_;
  Tree tree_;
};

}  // namespace bedplate::sdl
