/**
 * Who can be reached: customers' time zones, addresses and consents, those who are on suppression
 * lists, and those who share an address. Ten million customers take a few bytes each.
 */
package dev.marginal.scenarios.people;
