@echo off
rem Windows starts no .mjs by itself.
node "%~dp0launcher.mjs" %*
