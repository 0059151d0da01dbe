// Who is told when something needs a person. What to do about each: docs/operations.md, under its name.

param name string
param location string
param tags object
param workspaceName string
param topicName string

@description('Mail addresses.')
param receivers string[]

@description('So many units may be late before somebody is told.')
param lateUnits int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' existing = {
  name: topicName
}

resource staff 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-staff'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'cchc'
    emailReceivers: [
      for address in receivers: {
        name: address
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

type queryAlertType = {
  name: string
  what: string
  severity: 1 | 2 | 3

  @description('How far back it looks: longer than the timer\'s turn that reads the gauge, for an instance may live shortly.')
  window: 'PT1H' | 'PT2H' | 'P1D'

  @description('A row is a reason to tell somebody.')
  query: string
}

// Gauges are read at their latest point. With OpenTelemetry a function's execution is a request of the host or a
// dependency of the worker (azure-functions-dotnet-worker#3513), so both tables are asked.
var queryAlerts queryAlertType[] = [
  {
    name: 'poison'
    what: 'Something could not be done in five tries: health is red.'
    severity: 1
    window: 'PT1H'
    query: '''
      union isfuzzy=true
        (AppMetrics
        | where Name == 'cchc.poison'
        | summarize arg_max(TimeGenerated, Sum) by What = tostring(Properties.kind)
        | where Sum > 0),
        (union AppRequests, AppDependencies
        | extend What = iff(isempty(Properties['faas.name']), Name, tostring(Properties['faas.name']))
        | where What startswith 'MarkPoisoned')
      | distinct What
    '''
  }
  {
    name: 'uploads-waiting'
    what: 'An upload has had no receipt for an hour, or the app has said nothing for an hour: its sweep runs every 15 minutes.'
    severity: 1
    window: 'PT1H'
    query: '''
      AppMetrics
      | where Name == 'cchc.exports.oldest_age'
      | summarize Points = count(), Oldest = maxif(Sum, TimeGenerated > ago(20m))
      | where Points == 0 or Oldest > 3600
    '''
  }
  {
    name: 'review-overdue'
    what: 'A quarter has closed, its review day is past, and it has no finished review.'
    severity: 1
    window: 'PT2H'
    query: '''
      AppMetrics
      | where Name == 'cchc.reviews.overdue'
      | summarize arg_max(TimeGenerated, Sum)
      | where Sum > 0
    '''
  }
  {
    name: 'units-late'
    what: 'Units have sent no export for several working days.'
    severity: 3
    window: 'P1D'
    query: format(
      '''
      AppMetrics
      | where Name == 'cchc.units.late'
      | summarize arg_max(TimeGenerated, Sum)
      | where Sum > {0}
    ''',
      lateUnits
    )
  }
  {
    name: 'mail-stuck'
    what: 'A mail was given up.'
    severity: 2
    window: 'PT2H'
    query: '''
      AppMetrics
      | where Name == 'cchc.outbox' and Properties.state == 'failed'
      | summarize arg_max(TimeGenerated, Sum)
      | where Sum > 0
    '''
  }
  {
    // Not a caller's mistakes (4xx), nor the health probe, which answers 503 on purpose while "poison" tells why.
    name: 'failed-executions'
    what: 'A function has failed.'
    severity: 2
    window: 'PT1H'
    query: '''
      union isfuzzy=true
        (AppRequests
        | where Success == false and ResultCode !startswith '4' and Name !has 'health'
        | project What = Name),
        (AppDependencies
        | where Success == false and isnotempty(Properties['faas.name']) and Name !has 'health'
        | project What = tostring(Properties['faas.name'])),
        (AppExceptions
        | project What = ExceptionType)
      | summarize Failures = count() by What
    '''
  }
]

resource queries 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in queryAlerts: {
    name: '${name}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.what
      severity: alert.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT15M'
      windowSize: alert.window
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      skipQueryValidation: true // the tables are there from the first telemetry on
      actions: { actionGroups: [staff.id] }
    }
  }
]

type metricAlertType = {
  name: string
  what: string
  severity: 1 | 2 | 3
  metric: string
  above: int
}

var metricAlerts metricAlertType[] = [
  {
    name: 'dead-letters'
    what: 'Event Grid gave an event up. The sweep takes the upload in all the same; the container has the reason.'
    severity: 2
    metric: 'DeadLetteredCount'
    above: 0
  }
  {
    name: 'event-delivery'
    what: 'The app does not take events: is it running, is the webhook\'s key still the one that was subscribed with?'
    severity: 2
    metric: 'DeliveryAttemptFailCount'
    above: 10 // a cold start may miss a few
  }
  {
    name: 'event-delivery-dropped'
    what: 'An event was neither delivered nor put away as a dead letter.'
    severity: 2
    metric: 'DroppedEventCount'
    above: 0
  }
]

resource metrics 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metricAlerts: {
    name: '${name}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.what
      severity: alert.severity
      enabled: true
      scopes: [topic.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: alert.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: alert.above
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: staff.id }]
    }
  }
]

output staffId string = staff.id
