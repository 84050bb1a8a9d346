#pragma once
// Both halves of an exchange: see request.hpp and reply.hpp for lifetimes.
#include "http/reply.hpp"
#include "http/request.hpp"
