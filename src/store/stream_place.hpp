#pragma once
// StreamPlace: what a row stream takes of its session. Who begins has a place until the first slice is there, so that a
// list that fits it is never behind exports that go on for minutes; who goes on needs one that lasts, of which there
// are few. Of either a caller may hold half of those that are free. The loop's.
#include <memory>
#include <optional>

#include "base/result.hpp"
#include "store/places.hpp"

namespace bedplate::store {

struct StreamPlaces {
  static constexpr std::size_t kShare = 2;
  StreamPlaces(std::size_t begins, std::size_t lasts) : beginning(begins, kShare), lasting(lasts, kShare) {}
  Places beginning, lasting;
};

class StreamPlace {
 public:
  /// kOverloaded: there is none.
  static Result<std::unique_ptr<StreamPlace>> begin(StreamPlaces& of, std::uint64_t caller) {
    std::unique_ptr<StreamPlace> made(new StreamPlace(of, caller));
    if (!*made->beginning_) return failure(too_many());
    return made;
  }
  /// A slice was not the last. kOverloaded: it may not go on.
  Result<void> go_on() {
    if (lasting_) return {};
    beginning_.reset();
    if (!lasting_.emplace(of_.lasting, caller_)) return failure(too_many());
    return {};
  }

 private:
  StreamPlace(StreamPlaces& of, std::uint64_t caller) : of_(of), caller_(caller) {
    beginning_.emplace(of.beginning, caller);
  }
  static Error too_many() {
    return Error(Reason::kOverloaded, "Too many streams are open.")
        .with_hint("Try again shortly, or ask for fewer rows at a time.");
  }

  StreamPlaces& of_;
  const std::uint64_t caller_;
  std::optional<Place> beginning_, lasting_;
};

}  // namespace bedplate::store
