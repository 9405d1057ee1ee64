/** Use cases for authentication and sessions. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.auth.service;

import org.jspecify.annotations.NullMarked;
