#pragma once
// OwnerLock: one process owns a database file, by a lock on `<file>.owner` that holds the owner's process id. Not
// SQLite's exclusive mode: readers of other tools stay possible. The kernel gives the lock back however the process
// ends; the file stays, so that no two can lock different files of one name. Held until destruction; movable.
#include <string>
#include <utility>

#include "base/result.hpp"

namespace bedplate::store::sqlite {

class OwnerLock {
 public:
  /// kDatabaseOwned, naming the process that has it; kUnavailable where the file cannot be made.
  static Result<OwnerLock> take(const std::string& database_path);
  OwnerLock(OwnerLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  OwnerLock& operator=(OwnerLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~OwnerLock();

 private:
  explicit OwnerLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace bedplate::store::sqlite
