// Owns the precompiled header (pch.hpp) that the rooms share.
