/** Code, Russian and English name of a category and what stands under it. */
export type CategorySeed = readonly [
  code: string,
  ru: string,
  en: string,
  children?: readonly CategorySeed[],
];

/** The category tree. Families name its leaves. */
export const categoryTree: readonly CategorySeed[] = [
  [
    'fasteners',
    'Крепёж',
    'Fasteners',
    [
      [
        'bolts',
        'Болты и винты',
        'Bolts and screws',
        [
          ['hex-bolts', 'Болты с шестигранной головкой', 'Hex bolts'],
          ['socket-bolts', 'Винты с внутренним шестигранником', 'Socket screws'],
          ['stainless-bolts', 'Болты и винты нержавеющие', 'Stainless bolts'],
          ['carriage-bolts', 'Болты мебельные', 'Carriage bolts'],
          ['machine-screws', 'Винты метрические', 'Machine screws'],
          ['set-screws', 'Винты установочные', 'Set screws'],
        ],
      ],
      [
        'self-tapping',
        'Саморезы и шурупы',
        'Tapping and wood screws',
        [
          ['drywall-screws', 'Для гипсокартона', 'Drywall screws'],
          ['wood-screws', 'По дереву', 'Wood screws'],
          ['metal-screws', 'По металлу', 'Metal screws'],
          ['self-drilling-screws', 'С буром', 'Self-drilling screws'],
          ['roofing-screws', 'Кровельные', 'Roofing screws'],
          ['furniture-screws', 'Мебельные', 'Furniture screws'],
        ],
      ],
      [
        'nuts',
        'Гайки',
        'Nuts',
        [
          ['hex-nuts', 'Шестигранные', 'Hex nuts'],
          ['lock-nuts', 'Стопорные и фланцевые', 'Lock nuts'],
          ['special-nuts', 'Специальные', 'Special nuts'],
          ['stainless-nuts', 'Нержавеющие', 'Stainless nuts'],
        ],
      ],
      [
        'washers',
        'Шайбы и кольца',
        'Washers and rings',
        [
          ['flat-washers', 'Плоские', 'Flat washers'],
          ['lock-washers', 'Пружинные и стопорные', 'Lock washers'],
          ['retaining-rings', 'Стопорные кольца', 'Retaining rings'],
        ],
      ],
      [
        'rods',
        'Шпильки и штифты',
        'Rods and pins',
        [
          ['threaded-rods', 'Шпильки резьбовые', 'Threaded rods'],
          ['pins', 'Штифты и шплинты', 'Pins'],
        ],
      ],
      [
        'anchoring',
        'Анкеры и дюбели',
        'Anchors and plugs',
        [
          ['metal-anchors', 'Анкеры металлические', 'Metal anchors'],
          ['chemical-anchors', 'Анкеры химические', 'Chemical anchors'],
          ['plugs', 'Дюбели', 'Plugs'],
        ],
      ],
      [
        'riveting',
        'Заклёпки и гвозди',
        'Rivets and nails',
        [
          ['rivets', 'Заклёпки', 'Rivets'],
          ['nails', 'Гвозди', 'Nails'],
        ],
      ],
    ],
  ],
  [
    'rigging',
    'Такелаж',
    'Rigging',
    [
      [
        'lifting',
        'Цепи и тросы',
        'Chains and ropes',
        [
          ['chains', 'Цепи', 'Chains'],
          ['ropes', 'Тросы и верёвки', 'Ropes'],
        ],
      ],
      [
        'fittings-rigging',
        'Арматура',
        'Fittings',
        [
          ['rigging-fittings', 'Скобы, талрепы, зажимы', 'Shackles, turnbuckles, clips'],
          ['hooks', 'Крючки и кольца', 'Hooks and eyes'],
          ['springs', 'Пружины', 'Springs'],
        ],
      ],
      [
        'binding',
        'Хомуты и стяжки',
        'Clamps and ties',
        [
          ['cable-ties', 'Стяжки и кабель-каналы', 'Ties and trunking'],
          ['clamps', 'Хомуты', 'Clamps'],
        ],
      ],
    ],
  ],
  [
    'hardware',
    'Скобяные изделия',
    'Hardware',
    [
      [
        'mounting',
        'Перфорированный крепёж',
        'Perforated hardware',
        [['perforated', 'Уголки, пластины, опоры', 'Angles, plates, supports']],
      ],
      [
        'doors',
        'Двери и мебель',
        'Doors and furniture',
        [
          ['hinges', 'Петли', 'Hinges'],
          ['locks', 'Замки', 'Locks'],
          ['furniture-fittings', 'Мебельная фурнитура', 'Furniture fittings'],
        ],
      ],
    ],
  ],
  [
    'tools',
    'Инструмент',
    'Tools',
    [
      [
        'drilling',
        'Свёрла и буры',
        'Drill bits',
        [
          ['metal-drills', 'По металлу', 'For metal'],
          ['concrete-drills', 'По бетону', 'For concrete'],
          ['wood-drills', 'По дереву', 'For wood'],
          ['threading', 'Метчики и плашки', 'Taps and dies'],
        ],
      ],
      [
        'abrasives',
        'Абразивы и диски',
        'Abrasives and discs',
        [
          ['cutting-discs', 'Отрезные круги', 'Cutting discs'],
          ['grinding-discs', 'Зачистные круги и щётки', 'Grinding discs and brushes'],
          ['sanding', 'Шлифовальные материалы', 'Sanding'],
          ['saw-blades', 'Пилы', 'Saw blades'],
        ],
      ],
      [
        'hand-tools',
        'Ручной инструмент',
        'Hand tools',
        [
          ['spanners', 'Ключи', 'Spanners'],
          ['sockets', 'Головки', 'Sockets'],
          ['bits', 'Биты', 'Bits'],
          ['screwdrivers', 'Отвёртки', 'Screwdrivers'],
          ['hammers', 'Молотки', 'Hammers'],
          ['pliers', 'Шарнирно-губцевый', 'Pliers'],
          ['measuring', 'Измерительный', 'Measuring'],
        ],
      ],
    ],
  ],
  [
    'chemistry',
    'Строительная химия',
    'Chemicals',
    [
      [
        'sealing',
        'Герметики, пены, клеи',
        'Sealants, foams, adhesives',
        [
          ['sealants', 'Герметики', 'Sealants'],
          ['adhesives', 'Клеи', 'Adhesives'],
          ['foam', 'Пены', 'Foams'],
        ],
      ],
      [
        'service',
        'Смазки, краски, ленты',
        'Lubricants, paints, tapes',
        [
          ['lubricants', 'Смазки и масла', 'Lubricants'],
          ['paints', 'Краски', 'Paints'],
          ['tapes', 'Ленты', 'Tapes'],
        ],
      ],
    ],
  ],
  [
    'safety',
    'Средства защиты',
    'Protective equipment',
    [
      [
        'ppe',
        'Защита рук и головы',
        'Hands and head',
        [
          ['gloves', 'Перчатки', 'Gloves'],
          ['eye-head', 'Глаза, голова, слух', 'Eyes, head, ears'],
        ],
      ],
      [
        'clothing',
        'Спецодежда и обувь',
        'Workwear and footwear',
        [
          ['workwear', 'Спецодежда', 'Workwear'],
          ['footwear', 'Спецобувь', 'Footwear'],
        ],
      ],
    ],
  ],
  [
    'plumbing',
    'Сантехника',
    'Plumbing',
    [
      [
        'pipework',
        'Трубы и арматура',
        'Pipes and valves',
        [
          ['fittings', 'Фитинги', 'Fittings'],
          ['valves', 'Краны и клапаны', 'Valves'],
          ['pipes', 'Трубы', 'Pipes'],
          ['hoses', 'Шланги и подводка', 'Hoses'],
          ['gaskets', 'Прокладки', 'Gaskets'],
        ],
      ],
    ],
  ],
  [
    'cosmetics',
    'Профессиональная косметика',
    'Professional cosmetics',
    [
      [
        'hair',
        'Для волос',
        'Hair',
        [
          ['hair-dyes', 'Красители', 'Hair colour'],
          ['oxidants', 'Окислители и осветление', 'Developers and bleach'],
          ['shampoos', 'Шампуни', 'Shampoos'],
          ['hair-care', 'Уход', 'Care'],
          ['styling', 'Стайлинг', 'Styling'],
        ],
      ],
      ['salon', 'Для салона', 'Salon', [['salon-supplies', 'Расходные материалы', 'Supplies']]],
    ],
  ],
  [
    'uralprom',
    'Уралпром: спецзаказ',
    'Uralprom: made to order',
    [
      [
        'uralprom-fasteners',
        'Спецкрепёж',
        'Special fasteners',
        [
          ['uralprom-studs', 'Шпильки', 'Studs'],
          ['uralprom-bolts', 'Болты', 'Bolts'],
        ],
      ],
    ],
  ],
];
