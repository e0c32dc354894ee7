/** The web page, in a browser. */
package dev.marginal.app.web;
