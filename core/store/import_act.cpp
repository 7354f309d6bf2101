#include "core/store/import_act.h"

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestTitle = 200;  // code points: it is there to be read

}  // namespace

ImportOp ImportAct::op() const { return {shortened(title, kLongestTitle)}; }

OpId ImportAct::begin(OpLog& log, Instant now) {
  if (!id) id = log.append(op(), now).id;
  return *id;
}

void ImportAct::look_again(const OpLog& log) {
  if (id && !log.find(*id)) id.reset();
}

}  // namespace rehearse
