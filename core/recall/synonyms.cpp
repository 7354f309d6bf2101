#include "core/recall/synonyms.h"

#include <algorithm>
#include <string_view>

#include "core/base/text.h"

namespace rehearse {
namespace {

// One idea a line, its words parted by |. A word stands in one line alone.
constexpr std::string_view kIdeas = R"(
# people
客户|顾客|客人|用户|消费者|customer|client|user|shopper
上级|领导|主管|经理|老板|上司|主任|组长|boss|manager|supervisor|superior
同事|同仁|队友|伙伴|搭档|colleague|coworker|teammate|peer
员工|职工|下属|组员|staff|employee|report
医生|大夫|医师|doctor|physician
病人|患者|patient
家属|家人|亲属|家里人|family|relative
群众|百姓|老百姓|居民|村民|老乡|市民|公众|citizen|resident
新人|新员工|新手|newcomer|new hire|new joiner|beginner
骨干|核心员工|key player
老员工|师傅|老手|前辈|senior|veteran|experienced
导师|带教|mentor|coach
干部|公务员|官员|official
年轻人|青年|young people
孩子|儿童|小朋友|小孩|child|children|kid
老人|老年人|长辈|上年纪|elderly
警察|公安|警方|police
供应商|厂家|供货商|supplier|vendor
竞品|竞争对手|对手|同行|competitor|rival
业务方|产品经理|stakeholder|sponsor
团队|小组|班组|team|group|crew
公司|企业|单位|组织|company|firm|organisation|organization
# time
马上|立即|立刻|赶快|赶紧|尽快|第一时间|迅速|及时|快速|immediately|right away|at once|quickly|promptly|asap
提前|事先|预先|早|in advance|early|beforehand|ahead
每周|每星期|每个星期|每个礼拜|每礼拜|weekly|every week|once a week
每天|每日|天天|daily|every day|each day
每月|每个月|按月|monthly|every month|each month
每季度|季度|quarterly|quarter|every three months
两周|两个星期|半个月|fortnight|two weeks
一年|十二个月|year
三个月|一个季度|three months
半年|六个月|half a year|six months
分钟|分|minute
小时|钟头|个钟|hour
期限|时限|截止|deadline|due date
事后|之后|过后|afterwards|later
定期|按时|准时|regularly|on time|punctual
长期|一直|总是|老是|always|constantly
偶尔|有时|sometimes|occasionally
# feelings
道歉|致歉|抱歉|对不起|赔不是|赔礼|对不住|不好意思|apologise|apologize|apology|sorry
感谢|谢谢|致谢|多谢|thank|grateful|appreciate
安抚|稳住|安慰|平复|宽慰|calm|reassure|soothe
冷静|消气|缓一缓|平静|cool down
情绪|心情|火气|emotion|mood|temper
生气|发火|愤怒|激动|大发雷霆|angry|upset|furious
争吵|吵架|吵闹|争执|冲突|矛盾|quarrel|argue|conflict|dispute
信任|相信|信赖|trust
压力|负担|pressure|stress|burden
担心|害怕|顾虑|怕|生怕|worry|worried|fear|afraid|concern
满意|高兴|satisfied|happy|pleased
坦诚|坦白|如实|诚实|老实|实话|honest|candid|frank
尊重|respect
表扬|夸奖|夸|称赞|赞扬|praise|compliment
奖励|激励|奖金|嘉奖|reward|incentive|bonus
批评|指责|责备|blame|criticise|criticize
耐心|patience|patiently
# speaking and listening
倾听|聆听|听|listen|hear
打断|插嘴|插话|interrupt|cut off
说明|解释|讲清|讲明|讲清楚|说清|说清楚|explain|clarify
沟通|交谈|谈|聊|聊聊|谈话|面谈|谈谈|talk|speak|conversation|discuss|discussion|chat
私下|单独|一对一|私底下|私聊|in private|privately|one on one|face to face
公开|当众|publicly|in public
告知|通知|告诉|转告|知会|inform|notify|tell|told|announce
询问|问|打听|请教|ask|inquire|question
复述|重复|repeat|restate|say it back|paraphrase
回复|答复|回应|回答|回话|reply|respond|response|answer
报告|汇报|上报|请示|反映|escalate|report to
建议|提议|意见|suggest|proposal|propose|advice|recommend|suggestion
电话|来电|通话|call
回访|回电|follow up|call back
培训|训练|教学|教|train|training|teach|educate
演练|模拟|角色扮演|rehearse|drill|role play
宣传|推广|publicity|promote
反馈|feedback
要求|诉求|需求|请求|request|demand|requirement|need
答应|承诺|许诺|保证|promise|commit|guarantee
拒绝|回绝|推辞|refuse|reject|decline|turn down
投诉|抱怨|埋怨|complain|complaint
协调|调解|调和|mediate|coordinate
说服|劝说|劝|persuade|convince
保密|隐私|confidential|secret
# finding out
原因|缘由|缘故|为什么|为何|根源|来由|reason|cause|why
核实|核对|查证|确认|查清|查明|验证|verify|confirm|check|double check
检查|查看|检测|inspect|examine|look at|look into
调查|排查|摸底|调研|走访|了解|摸清|摸清楚|investigate|survey|research|find out
分析|剖析|analyse|analyze|analysis
数据|数字|figure|number|data|metric|statistics
事实|真相|实情|实际情况|fact|truth
例子|案例|实例|example|instance|case
证据|凭证|证明|evidence|proof
记录|登记|写下|记下|写下来|记下来|留痕|record|write down|note|log
清单|明细|list
监控|监测|监视|monitor|watch|observe
预警|告警|报警|alert|alarm|warning|warn
评估|打分|评分|考核|assess|evaluate|rate|score
复盘|回顾|总结|review|retrospective|postmortem
测试|用例|单测|test|testing
问题|麻烦|毛病|problem|issue|trouble
错误|差错|过失|失误|mistake|error|bug|fault|wrong
故障|事故|incident|outage|crash|failure
影响|波及|impact|affect|effect
区别|差别|不同|difference|differ
目的|目标|指标|target|goal|objective|aim|purpose
结果|成果|成效|效果|result|outcome
立场|观点|看法|view|opinion|point of view
# doing
解决|处理|办理|处置|搞定|solve|resolve|handle|deal with
修复|修|改正|更正|纠正|repair|fix|correct
改进|改善|优化|完善|提高|提升|improve|improvement|optimise|optimize|enhance
方案|办法|法子|对策|措施|solution|approach|option|measure
计划|规划|安排|plan|schedule|arrange
预案|备用|备选|backup|contingency|alternative
停止|暂停|叫停|喊停|中止|stop|halt|pause
开始|启动|着手|start|begin|launch
完成|做完|办完|finish|complete|done with
减少|降低|缩减|减|reduce|decrease|lower|cut
增加|增长|扩大|increase|grow|growth|extend|expand
删除|去掉|移除|清理|清除|delete|remove|drop|clean up|get rid
替换|更换|换|replace|substitute|swap|switch
退款|退还|退钱|refund|money back|reimburse
赔偿|补偿|赔|compensate|compensation
退货|退换|return
购买|采购|买|purchase|buy|bought
出售|销售|卖|sell|sale|sold
价格|价钱|费用|报价|收费|price|cost|fee|expense
工资|薪水|薪酬|薪资|待遇|收入|salary|pay|wage
便宜|划算|cheap|cheaper
收益|利润|好处|profit|benefit|gain|value
预算|budget
合同|合约|协议|contract|agreement
招聘|招人|招|雇|hire|recruit
离职|辞职|走人|resign|quit|leave
晋升|升职|上升|promotion|promoted
交接|移交|handover|hand over
帮助|帮忙|协助|支持|支援|搭把手|help|assist|support
合作|配合|协作|cooperate|cooperation|collaborate|work together
分工|职责|责任|duty|responsibility|owner|ownership
规定|规则|制度|政策|条款|规矩|rule|policy|regulation
流程|步骤|程序|环节|process|procedure|step|workflow
隐瞒|瞒|捂|hide|conceal
优先|先做|首要|priority|prioritise|prioritize
重要|关键|核心|important|critical|key
紧急|急事|急|urgent|emergency
危险|风险|隐患|risk|danger|dangerous
安全|保险|safe|safety|security|secure
简化|精简|简单|simplify|simple|easy
增强|加强|强化|strengthen
培养|带|develop|nurture
学习|学会|学|learn|study
机会|渠道|门路|opportunity|channel
快递|物流|配送|派送|快件|courier|delivery|shipping|parcel
订单|单号|order
样品|样本|sample
位置|地点|地址|location|address
# things and places
材料|资料|文件|document|material|paperwork
短信|消息|message|sms
车辆|车|vehicle|car
电脑|笔记本|laptop|computer
手机|phone|handset|mobile
账号|账户|account
会议|开会|meeting
室内|屋里|楼里|indoors|inside
当地|本地|local
农村|乡村|村子|village|rural
城市|城里|city|town
医院|hospital
药|药物|药品|medicine|drug|medication
钱|资金|款|money|fund
图片|照片|截图|photo|picture|screenshot|image
网络|网上|线上|online|internet
媒体|记者|media|press
经销商|代理商|dealer|distributor
标杆|榜样|样板|benchmark|role model
岗位|职位|工作|job|position|role|post
就业|找工作|employment
加班|overtime
客房|房间|屋子|room
# what is said of things
具体|concrete|specific|specifically
大|巨大|large|largest|big|biggest|huge
小|微小|small|smaller|tiny|little
旧|老|old|older|outdated
慢|slow|slowly
缺少|缺|差|missing|lack
足够|够|enough|sufficient
灵活|变通|flexible
清楚|明白|明明白白|clear|clearly
互相|彼此|each other
共同|一起|一块儿|together|jointly
真实|真正|real|true|genuine
公平|公正|偏袒|fair|impartial
# more of doing
比较|对比|对照|compare|comparison
放弃|give up|abandon
休息|歇|歇一歇|rest
尝试|试|试用|try|trial|experiment
更新|update
保存|封存|保留|留存|keep|preserve|retain
疏散|撤离|evacuate
抢救|急救|rescue|resuscitate
观察|留意|盯|看看|keep an eye
呼叫|叫|喊|call for
挑选|筛选|挑|选|choose|pick|select
集中|聚焦|focus|concentrate
退出|撤|exit|withdraw
分类|归类|分组|classify|categorise|categorize
认可|同意|赞成|agree|accept|approve
反对|异议|disagree|objection|object
影响力|带动|influence
努力|奋斗|拼命|拼|effort|strive
等待|等|wait
交付|完工|deliver
自动|automatic|automatically|automate
手动|人工|manual|manually
预测|估计|预估|forecast|estimate|predict
# computing
回滚|回退|退回|撤回|roll back|rollback|revert|undo
发布|上线|部署|release|deploy|deployment|ship|go live|rollout
灰度|金丝雀|canary|gradual
限流|限频|限速|rate limit|throttle
数据库|库|database|db
缓存|redis|cache
队列|消息队列|mq|queue
服务器|机器|主机|server|machine|host
磁盘|硬盘|盘|disk|drive|volume|storage
内存|memory|ram
日志|流水|logs|log file
接口|api|endpoint
过期|失效|expire|expiry|ttl
并发|同时|concurrent|concurrency|simultaneous
重试|再试|再发|retry|try again|resend
归档|存档|archive
推迟|暂缓|defer|postpone|put off|delay
)";

}  // namespace

Synonyms::Synonyms() {
  for (const std::string_view group : split_lines(kIdeas)) {
    if (group.empty() || group.front() == '#') continue;
    std::uint64_t code = 0;
    for (std::size_t begin = 0; begin <= group.size();) {
      const std::size_t end = std::min(group.find('|', begin), group.size());
      std::uint64_t sequence = 0;
      for (const Unit& unit : units_of(group.substr(begin, end - begin))) {
        sequence = joined_code(sequence, unit.code);
        codes_.try_emplace(sequence, 0);
      }
      if (code == 0) code = joined_code(sequence, 1);
      std::uint64_t& known = codes_[sequence];
      if (known == 0) known = code;
      begin = end + 1;
    }
  }
}

std::optional<Synonym> Synonyms::at(std::span<const Unit> units) const {
  std::optional<Synonym> longest;
  std::uint64_t sequence = 0;
  for (std::size_t i = 0; i < units.size() && units[i].clause == units.front().clause; ++i) {
    sequence = joined_code(sequence, units[i].code);
    const auto found = codes_.find(sequence);
    if (found == codes_.end()) break;
    if (found->second != 0) longest = Synonym{found->second, i + 1};
  }
  return longest;
}

}  // namespace rehearse
