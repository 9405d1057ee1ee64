/** The OpenAPI document and the page that shows it. */
@NullMarked
package io.calllog.rest.openapi;

import org.jspecify.annotations.NullMarked;
