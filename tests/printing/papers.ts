/** Papers as the counter hands them out, with made-up people whose names and characters are hard on a page. */
import { makeNumber } from '../../shared/number/desk-number.ts'
import { type Block, Paper } from '../../shared/paper/paper.ts'

const footer = [
  '示例区政务服务中心民政窗口（演示）　地址：示例市示例区样板路100号二楼　电话：000-00000001',
  '时间：周一至周五（法定节假日除外）9:00—12:00，13:00—17:00　不满意请打：000-00000002',
]

export const caseNumber = makeNumber(12, 345)

type Key = Paper['key']

/** A paper of the given blocks. */
export function makePaper(key: Key, title: string, blocks: Block[], itemName = '高龄津贴', serial = 346): Paper {
  return Paper.parse({
    key,
    edition: '2026.11',
    size: 'a4',
    title,
    number: makeNumber(12, serial),
    caseNumber,
    itemName,
    blocks,
    footer,
  })
}

const seal: Block = { is: 'seal', authority: '示例区民政局', day: '2026年11月24日' }
const bothSign: Block = { is: 'sign', rows: ['申请人（代办人）签名：', '经办人签名：'] }
/** Forty characters, as the names of some minorities and of people with foreign parents are. */
export const longName = '阿卜杜拉样例·买买提图尔荪尼亚孜测试·艾合麦提江穆罕默德伊敏示范·古丽巴哈尔'
/** Characters of real names that many fonts lack. */
export const rareName = '张䶮𬭎'

export const receipt = makePaper('receipt', '申请材料接收凭证（收件回执）', [
  { is: 'big', label: '这张纸说明什么', text: '已收到您的高龄津贴申请材料。' },
  { is: 'big', label: '什么时候有结果', text: '最迟2026年12月22日办好，办好后电话告诉您。' },
  { is: 'big', label: '问进度', text: '打 000-00000001，报编号 0001 2000 3457。' },
  {
    is: 'facts',
    rows: [
      ['申请人', `${rareName}（身份证 110***********1232）`],
      ['代办人', `${longName}（孙辈，电话 138****0000）`],
      ['收件时间', '2026年11月24日 10:05'],
      ['收件窗口', '3号窗口　工号 0307　李样例'],
    ],
  },
  {
    is: 'table',
    title: '收到的材料',
    head: ['材料', '原件或复印件', '份数', '页数', '说明'],
    rows: [
      ['申请人身份证', '原件核对，收复印件', '1', '1', '当场退还原件'],
      ['申请人户口簿', '原件核对，收复印件', '1', '3', '当场退还原件'],
      ['申请人本人的社会保障卡或银行卡', '复印件', '1', '1', ''],
      ['委托书', '原件', '1', '1', '代办人签名'],
    ],
  },
  { is: 'text', text: '批准后钱打到您的卡，不用再跑。' },
  bothSign,
  seal,
  { is: 'small', text: '办理依据：《中华人民共和国老年人权益保障法》第三十三条；示例市高龄津贴发放办法（演示数据）。' },
])

export const acceptance = makePaper(
  'acceptanceNotice',
  '受理通知书',
  [
    { is: 'big', label: '您的申请', text: '2026年11月24日受理。' },
    { is: 'big', label: '什么时候办好', text: '最迟2026年12月22日办好（放假安排公布后如有变化，我们电话告诉您）。' },
    { is: 'text', text: `${longName}：` },
    {
      is: 'text',
      text: '您提出的社会团体变更登记申请，材料齐全，符合法定形式。依据《中华人民共和国行政许可法》第三十二条第一款第（五）项，现予受理。',
    },
    {
      is: 'facts',
      rows: [
        ['申请单位', '示例区样板老年书画与非物质文化遗产保护传承研究促进会'],
        ['统一社会信用代码', '5111 **** **** **3X'],
        ['承诺期限', '20个工作日，到2026年12月22日'],
        ['法定期限', '30个工作日，到2027年1月6日'],
      ],
    },
    seal,
    { is: 'small', text: '依法需要听证、检验、鉴定和专家评审的，所需时间不计算在期限内，我们会书面告知您。' },
  ],
  '社会团体变更登记',
  347,
)

const lack = [
  '会议纪要缺出席人签名。请全体出席的理事逐一签名，会议时间、地点、应到和实到人数写完整。',
  '章程修正案没有加盖公章。',
  '法定代表人身份证复印件看不清号码，请重新复印正反两面。',
  '住所使用权证明已过期。请交现行有效的租赁合同，租期从今天起不少于一年，并附房屋产权证明复印件。',
]

export const correction = makePaper(
  'correctionNotice',
  '补正材料一次性告知书',
  [
    { is: 'big', label: '还缺这些', text: '共12项，见下面的表。补齐后当天受理。' },
    { is: 'big', label: '送到哪里', text: '3号窗口，电话 000-00000001。' },
    { is: 'text', text: `${rareName}：您提出的社会团体变更登记申请还缺下面的材料，现一次性告诉您。` },
    {
      is: 'table',
      title: '缺什么，怎么补',
      head: ['材料', '缺什么、改什么', '依据'],
      rows: Array.from({ length: 12 }, (_, at) => [
        `第${at + 1}项　${['会议纪要', '章程修正案', '法定代表人身份证明', '住所使用权证明'][at % 4]}`,
        `${lack[at % 4]}${at % 3 === 0 ? '样张在窗口可以取，也可以请窗口人员当面帮您填写。' : ''}`,
        '《社会团体登记管理条例》第十八条',
      ]),
    },
    { is: 'text', text: '未补齐的，我们将依法作出决定并书面告诉您。' },
    bothSign,
    seal,
    { is: 'small', text: '依据：《中华人民共和国行政许可法》第三十二条第一款第（四）项。' },
  ],
  '社会团体变更登记',
  348,
)

const reason =
  '经审查，申请材料载明的会议于2026年10月12日召开，应到理事31人，实到14人，未达到章程第二十一条规定的三分之二以上理事出席的要求，所作决议不发生效力；经电话和实地核对，申请材料所列新住所由另一家单位使用，其负责人表示不知情，未同意提供该场所。上述事实有会议签到表、现场核对记录、谈话记录为证。'

export const refusal = makePaper(
  'refusalDecision',
  '不予行政许可决定书',
  [
    { is: 'big', label: '决定', text: '不予变更登记。' },
    { is: 'big', label: '不同意这个决定', text: '60日内可以申请行政复议，或者6个月内可以到法院起诉。' },
    { is: 'text', text: '示例区样板老年书画与非物质文化遗产保护传承研究促进会：' },
    ...[1, 2, 3, 4].map((n): Block => ({ is: 'text', text: `${'一二三四'[n - 1]}、${reason}` })),
    {
      is: 'text',
      text: `依据《社会团体登记管理条例》第十八条、《中华人民共和国行政许可法》第三十八条第二款，决定不予许可。\n申请人代表：${longName}`,
    },
    {
      is: 'facts',
      rows: [
        ['行政复议机关', '示例区人民政府（示例市示例区样板路1号，电话 000-00000003），自知道本决定之日起60日内申请'],
        ['行政诉讼法院', '示例区人民法院（示例市示例区样板路2号），自知道本决定之日起6个月内起诉'],
      ],
    },
    bothSign,
    seal,
    { is: 'small', text: '《中华人民共和国行政复议法》第二十条；《中华人民共和国行政诉讼法》第四十六条。' },
  ],
  '社会团体变更登记',
  349,
)

export const service = makePaper(
  'serviceSlip',
  '办理结果告知单',
  [
    { is: 'big', label: '办好了', text: '老年人优待证已发给您。' },
    { is: 'big', label: '怎么用', text: '坐公交、进公园时出示。丢了带身份证来3号窗口补。' },
    {
      is: 'facts',
      rows: [
        ['持证人', rareName],
        ['证号', '示优 000123'],
        ['办理窗口', '3号窗口　工号 0307　李样例'],
      ],
    },
    { is: 'sign', rows: ['领证人签名：'] },
    seal,
  ],
  '老年人优待证',
  350,
)

export const slip = {
  title: '高龄津贴　要带的材料',
  lines: [
    '谁可以办：',
    '本区户籍，年满80周岁的老人。',
    '',
    '要带：',
    '1. 老人的身份证（原件，看过就还）',
    '2. 老人的户口簿（原件，看过就还）',
    '3. 老人本人的社会保障卡或银行卡（复印件一份）',
    '4. 别人来办的，再带来人的身份证和老人签名的委托书',
    '',
    '多久：',
    '20个工作日内办好，钱打到卡上，不收费。',
    '',
    '到哪里：',
    '示例区政务服务中心民政窗口，1号到6号窗口都可以办。',
    '电话 000-00000001',
    '',
    '依据：《中华人民共和国老年人权益保障法》第三十三条',
  ],
}

export const papers = { receipt, acceptance, correction, refusal, service }
