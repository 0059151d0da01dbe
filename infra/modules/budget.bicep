// The alert "budget": told when four fifths are spent, and when the month is going to cost more than it should.

import { budgetType } from '../types.bicep'

param name string
param budget budgetType

@description('Action group that is told.')
param staffId string

resource monthly 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: '${name}-budget'
  properties: {
    category: 'Cost'
    timeGrain: 'Monthly'
    amount: budget.amount
    timePeriod: { startDate: budget.start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [staffId]
      }
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactGroups: [staffId]
      }
    }
  }
}
