// The server's shapes under short names. types.ts is made from /openapi.json (`npm run types`); the
// rest of the app imports from here only, so that nothing else knows how the types are made.
import type { components } from "./types.ts";

type Schemas = components["schemas"];

export type AccessLog = Schemas["AccessLog"];
export type BatonAnswerInput = Schemas["BatonAnswerInput"];
export type BatonOffer = Schemas["BatonOffer"];
export type BoardCount = Schemas["BoardCount"];
export type BreakRow = Schemas["BreakRow"];
export type Breaks = Schemas["Breaks"];
export type CloseInput = Schemas["CloseInput"];
export type Consent = Schemas["Consent"];
export type ConsentInput = Schemas["ConsentInput"];
export type ConsentNeeds = Schemas["ConsentNeeds"];
export type DiscussionInput = Schemas["DiscussionInput"];
export type DueItem = Schemas["DueItem"];
export type DutyAssessment = Schemas["DutyAssessment"];
export type DutyAssessmentInput = Schemas["DutyAssessmentInput"];
export type DutyAssessments = Schemas["DutyAssessments"];
export type EarlyConcern = Schemas["EarlyConcern"];
export type EarlyConcernEdit = Schemas["EarlyConcernEdit"];
export type EarlyConcernInput = Schemas["EarlyConcernInput"];
export type FamilyFollowUp = Schemas["FamilyFollowUp"];
export type FamilyList = Schemas["FamilyList"];
export type FollowUp = Schemas["FollowUp"];
export type FollowUpInput = Schemas["FollowUpInput"];
export type FollowUpSummary = Schemas["FollowUpSummary"];
export type Goal = Schemas["Goal"];
export type Guardian = Schemas["Guardian"];
export type Measure = Schemas["Measure"];
export type Meeting = Schemas["Meeting"];
export type Member = Schemas["Member"];
export type Membership = Schemas["Membership"];
export type NextStep = Schemas["NextStep"];
export type OfferSummary = Schemas["OfferSummary"];
export type OwnMeasure = Schemas["OwnMeasure"];
export type OwnMeasureInput = Schemas["OwnMeasureInput"];
export type OwnWords = Schemas["OwnWords"];
export type PathwayCount = Schemas["PathwayCount"];
export type PathwayStage = Schemas["PathwayStage"];
export type PathwayStep = Schemas["PathwayStep"];
export type Session = Schemas["Session"];
export type Setting = Schemas["Setting"];
export type Settings = Schemas["Settings"];
export type StepAnswer = Schemas["StepAnswer"];
export type StepInput = Schemas["StepInput"];
export type TimelineEntry = Schemas["TimelineEntry"];
export type Unit = Schemas["Unit"];
export type Units = Schemas["Units"];
export type Workbench = Schemas["Workbench"];

export type Language = Session["language"];
export type Role = Membership["role"];
export type Profession = Membership["profession"];
export type BreakCode = FollowUp["breaks"][number];
