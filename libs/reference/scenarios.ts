import type { FactName } from './project-facts.js';

// What is usual in each scenario of the typical roadmaps, for facts that nobody has recorded yet. A fact a scenario
// does not settle is left out, and is asked.

type Usual = Readonly<Partial<Record<FactName, string | boolean>>>;

const ANY: Usual = {
  approval_catalogue: 'none',
  new_construction_land: false,
  overlay_minerals: false,
  forest: false,
  relics: false,
  over_limit_high_rise: false,
  green_space: false,
  major_seismic: false,
  lightning_special: false,
  spoil: true,
  road_occupation: false,
  pipe_relocation: false,
  highway_works: false,
  hoisting_machinery: false,
  sewer_discharge: false,
  water_abstraction: false,
  flood_area: false,
  hazardous_chemicals: false,
  discharge_permit: 'registration',
  medical_institution: false,
  radiology: false,
  private_school: false,
  real_estate_sale: false,
  social_risk: false,
  water_supply: true,
  drainage: true,
  power_supply: true,
  gas: true,
  heating: false,
  telecom: true,
  cable_tv: false,
};

const INDUSTRY: Usual = {
  ...ANY,
  civil_air_defence: true,
  special_fire: false,
  sewer_discharge: true,
  energy_review: true,
  eia_class: 'report_form',
  soil_water: 'report_form',
  discharge_permit: 'simplified',
};

/** What the two SOC_GENERAL roadmaps 商业开发 and 居住 share. */
const SOCIAL_BUILDING: Usual = {
  ...ANY,
  civil_air_defence: true,
  energy_review: false,
  soil_water: 'report_form',
  heating: true,
  cable_tv: true,
};

const PUBLIC_BUILDING: Usual = {
  ...ANY,
  civil_air_defence: true,
  special_fire: true,
  energy_review: true,
  gas: false,
  heating: true,
};

const RENEWAL: Usual = {
  ...ANY,
  funding: 'government',
  special_fire: false,
  road_occupation: true,
  pipe_relocation: true,
  energy_review: false,
  eia_class: 'exempt',
  soil_water: 'report_form',
  heating: true,
};

/** Usual facts by scenario (sample_projects.csv `scenario`); a scenario that is not here settles nothing. */
export const SCENARIOS: Readonly<Record<string, Usual>> = {
  工业: INDUSTRY,
  '工业(危化)': {
    ...INDUSTRY,
    hazardous_chemicals: true,
    special_fire: true,
    lightning_special: true,
    eia_class: 'report_book',
  },
  仓储物流: {
    ...INDUSTRY,
    civil_air_defence: false,
    special_fire: true,
    discharge_permit: 'registration',
    gas: false,
    telecom: false,
  },
  商业开发: { ...SOCIAL_BUILDING, special_fire: true, eia_class: 'report_form', real_estate_sale: true },
  居住: { ...SOCIAL_BUILDING, special_fire: false, eia_class: 'exempt', real_estate_sale: true },
  养老: SOCIAL_BUILDING,
  市政线性: {
    ...ANY,
    new_construction_land: true,
    green_space: true,
    special_fire: false,
    spoil: false,
    road_occupation: true,
    pipe_relocation: true,
    highway_works: true,
    energy_review: true,
    eia_class: 'report_form',
    soil_water: 'report_form',
    social_risk: true,
    water_supply: false,
    drainage: false,
    power_supply: false,
    gas: false,
    telecom: false,
  },
  医疗: {
    ...PUBLIC_BUILDING,
    sewer_discharge: true,
    eia_class: 'report_book',
    soil_water: 'report_form',
    discharge_permit: 'simplified',
    medical_institution: true,
    radiology: true,
    social_risk: true,
  },
  // P13 is only in the catalogue of SOC_GENERAL, where the school is not the government's.
  教育: { ...PUBLIC_BUILDING, eia_class: 'report_form', soil_water: 'exempt', private_school: true },
  老旧小区改造: RENEWAL,
  片区改造: RENEWAL,
};
