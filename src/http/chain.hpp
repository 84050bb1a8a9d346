#pragma once
// Chain: first in, first out, of objects that carry their own links, so that one may leave from anywhere and nothing is
// allocated. T derives from Chain<T>::Link once. The objects are their owners'.
#include <cstddef>

namespace bedplate::http {

template <class T>
class Chain {
 public:
  struct Link {
    T* previous = nullptr;
    T* next = nullptr;
  };

  bool empty() const { return first_ == nullptr; }
  std::size_t size() const { return size_; }
  T* first() const { return first_; }
  void push(T& one) {
    link(one) = {.previous = last_, .next = nullptr};
    (last_ ? link(*last_).next : first_) = &one;
    last_ = &one;
    ++size_;
  }
  void remove(T& one) {
    Link& its = link(one);
    (its.previous ? link(*its.previous).next : first_) = its.next;
    (its.next ? link(*its.next).previous : last_) = its.previous;
    its = {};
    --size_;
  }
  T* pop() {
    T* const one = first_;
    if (one) remove(*one);
    return one;
  }

 private:
  static Link& link(T& one) { return one; }

  T* first_ = nullptr;
  T* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace bedplate::http
