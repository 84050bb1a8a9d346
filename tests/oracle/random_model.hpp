#pragma once
// Random models with every kind of rule, rows for them, and callers. Values are few, so that they meet.
#include <string>

#include "operation/principal.hpp"
#include "oracle/data.hpp"
#include "oracle/dice.hpp"

namespace bedplate::oracle {

/// A schema.graphql that compiles.
std::string random_sdl(Dice& dice);
/// Few to a dozen rows a type, some in the trash; relations lead to rows of the same tenant, or nowhere where they may
/// be null.
void fill_randomly(Data& data, const model::Model& model, Dice& dice);
operation::Identity random_identity(Dice& dice);
/// A value of the type, edges more often than not, null now and then where it may be; text in `arena`.
Cell random_cell(const Type& type, const model::Model& model, Dice& dice, Arena& arena);

}  // namespace bedplate::oracle
