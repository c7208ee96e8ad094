import type { Aspect } from './concept.ts'

/** People, workplaces, schools and health care as they are spoken of. */
export const PEOPLE_ASPECTS: readonly Aspect[] = [
  {
    id: 'doctor',
    kind: 'aspect',
    side: 0,
    name: { ja: '医師', en: 'doctor' },
    ja: `医者 お医者 医師 先生の診 主治医 女医 名医 ドクター 歯医者 歯科医 獣医 院長 担当医`,
    en: `doctor doctors physician physicians surgeon surgeons consultant_surgeon dentist dentists
      dermatologist pediatrician specialist_doctor therapist therapists psychiatrist optician
      my_gp the_gp gp_surgery gp_appointment`,
  },
  {
    id: 'nurse',
    kind: 'aspect',
    side: 0,
    name: { ja: '看護師', en: 'nurse' },
    ja: `看護師 看護婦 ナース 助産師 薬剤師 介護士 歯科衛生士 ヘルパーさん`,
    en: `nurse nurses midwife midwives pharmacist pharmacists hygienist carer carers caregiver
      caregivers paramedic paramedics`,
  },
  {
    id: 'hospital',
    kind: 'aspect',
    side: 0,
    name: { ja: '病院', en: 'hospital' },
    ja: `病院 びょういん クリニック 医院 診療所 歯科 皮膚科 眼科 内科 外科 産婦人科 整骨院 整体
      救急外来 入院 介護施設 老人ホーム`,
    en: `hospital hospitals clinic clinics nhs emergency_room a&e urgent_care ward maternity_ward
      outpatient care_home nursing_home dental_practice doctor's_office`,
  },
  {
    id: 'medical-treatment',
    kind: 'aspect',
    side: 0,
    name: { ja: '治療', en: 'treatment' },
    ja: `治療 ちりょう 診察 診断 手術 検査 処方 注射 ワクチン 予防接種 リハビリ 施術 問診 麻酔
      健康診断`,
    en: `treatment treatments surgery diagnosis prescription prescriptions vaccine vaccines
      vaccination jab injection checkup check-up physio physiotherapy operation_went blood_test
      mri procedure_was`,
  },
  {
    id: 'medicine',
    kind: 'aspect',
    side: 0,
    name: { ja: '薬', en: 'medicine' },
    ja: `お薬 飲み薬 薬が 薬を 薬の 錠剤 市販薬 風邪薬 痛み止め 処方薬 目薬 サプリ 漢方 塗り薬
      湿布 プロテイン`,
    en: `medicine medicines medication medications meds pill pills tablet_form capsule capsules
      painkiller painkillers supplement supplements ointment inhaler protein_powder vitamins`,
  },
  {
    id: 'teacher',
    kind: 'aspect',
    side: 0,
    name: { ja: '先生', en: 'teacher' },
    ja: `先生 せんせい 教師 講師 教員 教授 担任 塾講師 インストラクター コーチ トレーナー 指導員
      保育士`,
    en: `teacher teachers instructor instructors tutor tutors professor professors lecturer
      lecturers coach coaches trainer trainers educator`,
  },
  {
    id: 'driver',
    kind: 'aspect',
    side: 0,
    name: { ja: '運転手', en: 'driver' },
    ja: `運転手 ドライバー 運転士 バス運転手 タクシー運転 運転マナー 宅配員 配達ドライバー`,
    en: `driver drivers chauffeur cabbie driving_style`,
  },
  {
    id: 'management',
    kind: 'aspect',
    side: 0,
    name: { ja: '経営陣', en: 'management' },
    ja: `経営 経営陣 経営者 社長 役員 上層部 店長 オーナー 支配人 責任者 女将 管理職`,
    en: `management ceo executives board_of_directors leadership manager managers store_manager
      shareholders leadership_team higher-ups the_owner the_owners`,
  },
  {
    id: 'boss',
    kind: 'aspect',
    side: 0,
    name: { ja: '上司', en: 'boss' },
    ja: `上司 じょうし 部長 課長 先輩社員 直属の`,
    en: `boss bosses supervisor supervisors line_manager team_lead`,
  },
  {
    id: 'colleague',
    kind: 'aspect',
    side: 0,
    name: { ja: '同僚', en: 'colleague' },
    ja: `同僚 どうりょう 職場の人 人間関係 後輩 部下 チームワーク 先輩`,
    en: `colleague colleagues coworker coworkers co-worker co-workers teammate_at teamwork
      workmates`,
  },
  {
    id: 'recruiter',
    kind: 'aspect',
    side: 0,
    name: { ja: '採用担当', en: 'recruiter' },
    ja: `採用担当 人事担当 人事部 転職エージェント 面接官 面接 選考 採用 求人 ハローワーク 内定
      書類選考 派遣会社`,
    en: `recruiter recruiters human_resources hiring_manager recruitment interviewer interviewers
      interview_process job_interview job_listing* job_posting hiring headhunter job_agency
      job_offer staffing_agency hr_department hr_team`,
  },
  {
    id: 'workplace',
    kind: 'aspect',
    side: 0,
    name: { ja: '職場', en: 'workplace' },
    ja: `職場 しょくば 社内 社風 職場環境 オフィス 会社の雰囲気 勤務先 工場 現場`,
    en: `workplace work_environment office offices company_culture work_culture office_politics
      working_environment culture_is`,
  },
  {
    id: 'working-hours',
    kind: 'aspect',
    side: 0,
    name: { ja: '勤務時間', en: 'work schedule' },
    ja: `勤務時間 残業 ざんぎょう シフト 労働時間 有給 有休 夜勤 フレックス 休日出勤
      ワークライフバランス 福利厚生 育休 産休 サビ残`,
    en: `work_schedule working_hours overtime shift shifts work-life_balance annual_leave pto
      paid_leave sick_leave maternity_leave night_shift flexible_hours rota`,
  },
  {
    id: 'remote-work',
    kind: 'aspect',
    side: 0,
    name: { ja: '在宅勤務', en: 'remote work' },
    ja: `在宅勤務 テレワーク リモートワーク 出社 在宅ワーク リモワ`,
    en: `remote_work remote_working work_from_home working_from_home wfh return_to_office rto
      hybrid_working hybrid_work`,
  },
  {
    id: 'workload',
    kind: 'aspect',
    side: 0,
    name: { ja: '仕事量', en: 'workload' },
    ja: `仕事量 業務量 業務内容 仕事内容 ノルマ 激務 人手不足 人員 納期`,
    en: `workload job_duties short-staffed understaffed understaffing staffing_level* headcount
      kpis quotas`,
  },
  {
    id: 'career',
    kind: 'aspect',
    side: 0,
    name: { ja: 'キャリア', en: 'career path' },
    ja: `キャリア 昇進 昇格 出世 転職 就活 就職 キャリアパス 人事評価 評価制度 研修`,
    en: `career careers promotion_prospects career_path career_progression job_security onboarding
      performance_review training_program professional_development job_market`,
  },
  {
    id: 'teaching-material',
    kind: 'aspect',
    side: 0,
    name: { ja: '教材', en: 'teaching material' },
    ja: `教材 きょうざい 教科書 テキスト 参考書 問題集 過去問 ドリル プリント教材 動画教材 単語帳`,
    en: `teaching_material teaching_materials textbook textbooks course_material course_materials
      worksheet worksheets workbook study_guide past_papers flashcards learning_materials`,
  },
  {
    id: 'course',
    kind: 'aspect',
    side: 0,
    name: { ja: '講座', en: 'course' },
    ja: `講座 こうざ内容 講義 授業 レッスン カリキュラム セミナー オンライン授業 ゼミ 研修内容
      学習コース 教習 ワークショップ`,
    en: `courses class_was lesson lessons lecture lectures curriculum syllabus seminar seminars
      workshop workshops module modules webinar online_class online_classes bootcamp the_course
      this_course course_was course_is online_course training_course`,
  },
  {
    id: 'exam',
    kind: 'aspect',
    side: 0,
    name: { ja: '試験', en: 'exam' },
    ja: `試験 しけん 受験 入試 共通テスト 期末テスト 模試 検定 資格試験 toeic 英検 面接試験 成績
      偏差値 宿題 課題`,
    en: `exam exams examination examinations final_exam midterm midterms gcse gcses a-levels
      sat_score toefl ielts homework assignment assignments coursework grading grades quiz`,
  },
  {
    id: 'tuition',
    kind: 'aspect',
    side: 0,
    name: { ja: '学費', en: 'tuition' },
    ja: `学費 がくひ 授業料 入学金 受講料 月謝 塾代 教育費`,
    en: `tuition tuition_fee tuition_fees school_fees course_fee course_fees cost_of_college
      cost_of_university`,
  },
  {
    id: 'class-size',
    kind: 'aspect',
    side: 0,
    name: { ja: 'クラスの人数', en: 'class size' },
    ja: `クラスの人数 少人数 少人数制 クラス分け マンツーマン 個別指導 生徒数`,
    en: `class_size class_sizes small_classes one-on-one one-to-one student-teacher_ratio`,
  },
  {
    id: 'school',
    kind: 'aspect',
    side: 0,
    name: { ja: '学校', en: 'school' },
    ja: `学校 がっこう 大学 高校 中学校 小学校 専門学校 キャンパス 保育園 幼稚園 英会話教室 教習所
      学習塾 予備校 オンラインスクール 部活 pta`,
    en: `school schools university universities college colleges campus kindergarten preschool
      nursery academy high_school primary_school daycare driving_school`,
  },
  {
    id: 'career-support',
    kind: 'aspect',
    side: 0,
    name: { ja: '就職支援', en: 'career support' },
    ja: `就職支援 就職サポート キャリアセンター 進路指導 進路相談 キャリア相談 インターン`,
    en: `career_support career_services careers_service job_placement internship internships
      placement_year career_advice career_counsel*`,
  },
  {
    id: 'ingredients',
    kind: 'aspect',
    side: 0,
    name: { ja: '成分', en: 'ingredients list' },
    ja: `成分 せいぶん 配合 無添加 添加物 保存料 着色料 原材料 有効成分 栄養 栄養価 カロリー 糖質
      たんぱく質 アルコールフリー 食品表示`,
    en: `ingredient ingredients ingredient_list additives preservatives nutrition nutritional
      calories calorie sugar_content paraben* sulfate* fragrance-free formula formulation
      allergens_list`,
  },
  {
    id: 'skin',
    kind: 'aspect',
    side: 0,
    name: { ja: '肌', en: 'skin' },
    ja: `お肌 素肌 肌荒れ 肌が 肌に 肌の 敏感肌 乾燥肌 脂性肌 毛穴 ニキビ シミが シワ しわが 保湿
      うるおい 美白 くすみ 日焼け 肌質`,
    en: `skin complexion acne pores wrinkles dry_skin oily_skin sensitive_skin eczema moisturiser
      moisturizer skincare pimples blemishes sunscreen serum`,
  },
  {
    id: 'hair',
    kind: 'aspect',
    side: 0,
    name: { ja: '髪', en: 'hair' },
    ja: `髪の毛 髪が 髪の 髪質 ヘアケア カラーリング剤 縮毛矯正 シャンプー トリートメント 白髪
      抜け毛 薄毛 美容師 美容院 美容室 前髪 枝毛 ヘアスタイル 寝癖 パーマを パーマが ヘアカット`,
    en: `hair haircut haircuts hairstyle hairdresser hairdressers stylist stylists scalp shampoo
      conditioner split_ends hair_loss salon barber barbers highlights_in frizz dandruff`,
  },
  {
    id: 'makeup',
    kind: 'aspect',
    side: 0,
    name: { ja: '化粧品', en: 'makeup' },
    ja: `化粧品 コスメ メイク ファンデ 口紅 アイシャドウ マスカラ チーク 化粧水 乳液 美容液 下地
      アイライナー ネイル クレンジング 化粧崩れ リップクリーム リップティント`,
    en: `makeup make-up lipstick lip_gloss mascara eyeshadow eyeliner concealer blush cosmetics
      palette nail_polish primer manicure pedicure cleanser lashes brows foundation_shade`,
  },
  {
    id: 'side-effect',
    kind: 'aspect',
    side: 0,
    name: { ja: '副作用', en: 'side effect' },
    ja: `副作用 ふくさよう 副反応 アレルギー反応 かぶれ 湿疹 後遺症 眠気が出`,
    en: `side_effect side_effects adverse_reaction* allergic_reaction* drowsiness
      withdrawal_symptom* rash rashes`,
  },
  {
    id: 'clothing-fit',
    kind: 'aspect',
    side: 0,
    name: { ja: '着心地', en: 'fit' },
    ja: `着心地 きごこち 履き心地 フィット感 着用感 サイズ感 着丈 袖丈 股下 ウエスト 丈が つけ心地
      装着感 かぶり心地`,
    en: `clothing_fit fit fits fitting waistband waist sleeve_length inseam comfort wearability
      hem`,
  },
  {
    id: 'clothes',
    kind: 'aspect',
    side: 0,
    name: { ja: '服', en: 'clothing' },
    ja: `洋服 服が 服の 服を シャツ ズボン パンツ スカート ワンピース ジャケット デニム 下着 靴下
      水着 制服 パーカー 古着 着物 セーター カーディガン ダウンコート`,
    en: `clothing clothes shirt shirts trousers jeans skirt dress dresses jacket jackets sweater
      sweaters hoodie hoodies underwear bra bras socks leggings swimwear swimsuit uniform uniforms
      blouse`,
  },
  {
    id: 'shoes',
    kind: 'aspect',
    side: 0,
    name: { ja: '靴', en: 'footwear' },
    ja: `靴が 靴の 靴を 靴ずれ スニーカー ブーツ パンプス サンダル ヒール 靴底 インソール 革靴`,
    en: `footwear shoe shoes sneakers trainers_i boots heels sandals insole insoles outsole
      sole_of soles`,
  },
  {
    id: 'bag',
    kind: 'aspect',
    side: 0,
    name: { ja: 'かばん', en: 'bag' },
    ja: `かばん カバン 鞄が バッグ リュック 財布 スーツケース ランドセル キャリーケース
      トートバッグ`,
    en: `bag bags backpack backpacks handbag handbags wallet purse suitcase suitcases tote
      rucksack duffel`,
  },
  {
    id: 'diet-effect',
    kind: 'aspect',
    side: 0,
    name: { ja: 'ダイエット', en: 'weight loss' },
    ja: `ダイエット 減量 体重 体脂肪 筋トレ 食事制限 ジムの ジムに スポーツジム パーソナルジム
      糖質制限`,
    en: `weight_loss diet dieting losing_weight lose_weight gym gyms workout workouts
      personal_trainer body_fat fitness_class`,
  },
  {
    id: 'mental-health',
    kind: 'aspect',
    side: 0,
    name: { ja: '心の健康', en: 'mental health' },
    ja: `メンタル メンタルヘルス 心の健康 うつ病 カウンセリング 心療内科 ストレス 睡眠 不眠 鬱病
      鬱に`,
    en: `mental_health depression anxiety therapy counselling counseling insomnia burnout
      sleep_quality stress_levels adhd`,
  },
]
