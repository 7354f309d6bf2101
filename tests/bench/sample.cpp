#include "tests/bench/sample.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kPoints = 5;

std::string stem(std::size_t number) {
  return "仓库第" + std::to_string(number) + "号通道在盘点时少了货，你会怎样查清原因并防止再次发生？";
}

std::string cue(std::size_t number, std::size_t point) {
  return "第" + std::to_string(point + 1) + "步核对" + std::to_string(number) + "号记录";
}

constexpr const char* kDetail = "先封存现场，再把出入库单据与系统流水逐条对照，当天给主管一个书面结论。";

}  // namespace

Document sample_deck(std::size_t questions) {
  Document document;
  document.title = "仓储主管面试 " + std::to_string(questions);
  document.sections.push_back({"盘点与差异", ""});
  for (std::size_t i = 0; i < questions; ++i) {
    Question question;
    question.section = document.sections.front().title;
    question.stem = stem(i);
    for (std::size_t point = 0; point < kPoints; ++point) question.points.push_back({cue(i, point), kDetail});
    for (const KeyPoint& point : question.points) question.answer += point.cue + "。" + point.detail + "\n";
    question.analysis = "看候选人是否先保全证据，再下结论。";
    document.questions.push_back(std::move(question));
  }
  return document;
}

std::string sample_text(std::size_t bytes) {
  std::string text = "仓储主管面试题库及参考答案\n\n一、盘点与差异\n";
  for (std::size_t i = 0; text.size() < bytes; ++i) {
    text += std::to_string(i + 1) + "." + stem(i) + "\n参考答案：\n";
    for (std::size_t point = 0; point < kPoints; ++point)
      text += "（" + std::to_string(point + 1) + "）" + cue(i, point) + "：" + kDetail + "\n";
    text += "解析：看候选人是否先保全证据，再下结论。\n";
  }
  return text;
}

}  // namespace rehearse::bench
